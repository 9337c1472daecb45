import type { ReadonlySignal } from '@preact/signals';
import { render } from 'preact';
import type { Instant } from '../../domain/time.ts';
import type { PreviewItem } from '../../host/preview/create-preview-host.ts';
import type { Connection } from './connection.ts';
import { Mailbox } from './mailbox.tsx';
import type { MailboxLanguage } from './mailbox-language.ts';
import type { MailboxState } from './mailbox-state.ts';

export interface MailboxOptions {
  state: MailboxState;
  language: ReadonlySignal<MailboxLanguage>;
  connection: Pick<Connection, 'isOn' | 'turn'>;
  me: { name: string; address: string };
  /** Who the second device belongs to, and its address. */
  other: { name: string };
  otherAddress: string;
  /** The element that the pane is rendered in; the mailbox only gives it its place. */
  paneSlot: HTMLElement;
  now(): Instant;
  /** The mail that a draft becomes when it is sent. */
  send(draft: PreviewItem): PreviewItem;
}

/** Shows the preview's mailbox in `root` until `ended`. */
export function mountMailbox(root: HTMLElement, options: MailboxOptions, ended: AbortSignal): void {
  render(<Mailbox options={options} />, root);
  ended.addEventListener('abort', () => render(null, root), { once: true });
}
