import { markSought } from '../../domain/sought-words.ts';
import type { ListRow } from './merge-rows.ts';

const around = 40;

/** A piece of what the line itself does not show and in which a sought word was found; undefined where there is none. */
export function foundIn({ entry, comments }: ListRow, sought: readonly string[]): string | undefined {
  if (sought.length === 0) return undefined;
  const bodies = comments.flatMap(({ body, text }) => [body, text]);
  const subject = entry.subject === entry.description ? '' : entry.subject;
  for (const text of [entry.note, ...bodies, subject, entry.text, entry.contactVia]) {
    const parts = markSought(text, sought);
    const at = parts.findIndex(({ isSought }) => isSought);
    if (at < 0) continue;
    const before = parts.slice(0, at).reduce((length, part) => length + part.text.length, 0);
    const from = Math.max(0, before - around);
    const piece = text.slice(from, before + 2 * around);
    return `${from > 0 ? '…' : ''}${piece.toWellFormed()}${from + piece.length < text.length ? '…' : ''}`;
  }
  return undefined;
}
