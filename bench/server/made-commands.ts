import * as v from 'valibot';
import { LogInteraction } from '../../src/domain/commands/log-interaction.ts';
import type { Contact } from '../../src/domain/contact.ts';
import { instantOf } from '../../src/domain/time.ts';

/** What a salesperson's mails look like: a subject, a short note on every third, one or two keys. */
export function madeCommands(
  contacts: readonly Contact[],
  options: { count: number; now: number; newUuid: () => string },
): LogInteraction[] {
  const { count, now, newUuid } = options;
  return Array.from({ length: count }, (_, at): LogInteraction => {
    const contact = contacts[at % contacts.length];
    if (!contact) throw new Error('no contacts to log mails with');
    const sent = instantOf(now - (count - at) * 60_000);
    const subject = `Quote ${2_000 + (at % 7_919)}, delivery of ${at % 90} panels`;
    const note = at % 3 === 0 ? 'Wants the price for three years and the delivery before the end of the quarter.' : '';
    return v.parse(LogInteraction, {
      id: newUuid(),
      madeAt: sent,
      needs: [],
      type: 'log-interaction',
      item: { id: newUuid(), itemKind: 'mail', keys: [`message-id:${newUuid()}@mail.example`] },
      interaction: {
        at: sent,
        zone: 'Europe/Helsinki',
        day: sent.slice(0, 10),
        templateCode: 'EMAIL',
        groupCode: 'SYSTEM',
        description: subject,
        subject,
        flow: 'outbound',
        initiatedBy: 'us',
        salespersonCode: 'AK',
        evaluation: '',
        attemptFailed: false,
        language: 'en',
        campaignCode: null,
        campaignTarget: false,
        campaignResponse: false,
        origin: 'mail',
        level: note === '' ? 'details' : 'note',
        note,
        text: '',
        audience: 'team',
      },
      with: [
        {
          entryId: newUuid(),
          contactId: contact.id,
          companyId: contact.companyId,
          correspondenceType: 'email',
          contactVia: contact.email,
          cost: 8,
          minutes: 1,
        },
      ],
    });
  });
}
