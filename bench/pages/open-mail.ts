import { instantOf } from '../../src/domain/time.ts';
import { blankItem } from '../../src/host/blank-item.ts';
import type { PreviewItem } from '../../src/host/preview/create-preview-host.ts';

/** A mail from somebody whom the demo workspace knows. */
export function openMail(now: number): PreviewItem {
  const at = instantOf(now - 3_600_000);
  return {
    item: blankItem({
      ...{ kind: 'mail', identity: 'open-mail' },
      subject: 'Re: Quote 2291, renewal',
      from: { name: 'Pekka Kivi', address: 'pekka.kivi@kivi.example' },
      to: [{ name: 'Anna Korhonen', address: 'anna.korhonen@aurinko.example' }],
      sentAt: at,
      receivedAt: at,
      messageId: '<open-mail@kivi.example>',
    }),
    body: { text: 'Three years suits us.' },
  };
}
