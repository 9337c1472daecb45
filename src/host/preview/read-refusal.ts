import type { PreviewItem } from './create-preview-host.ts';

/** Why a file can't be shown as a mail or meeting; the mailbox has a text for each. */
export const readRefusals = [
  'too-large',
  'empty',
  'not-a-mail',
  'unreadable',
  'no-sender',
  'several-senders',
  'no-recipients',
  'no-event',
  'no-start',
  'unknown-kind',
] as const;
export type ReadRefusal = (typeof readRefusals)[number];

/** The items of a file: one for a mail, one per event for a calendar. */
export type ReadResult = { ok: true; items: PreviewItem[] } | { ok: false; why: ReadRefusal };

export function refuse(why: ReadRefusal): ReadResult {
  return { ok: false, why };
}
