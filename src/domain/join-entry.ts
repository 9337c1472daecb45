import type { DecideContext } from './decision.ts';
import { derivedId } from './derived-id.ts';
import type { CommandId, CommentId } from './ids.ts';
import type { LogEntry } from './log-entry.ts';
import type { Row } from './row.ts';

/**
 * What becomes of `entry` when `winner` turns out to be about the same item and contact: it is canceled as joined, and
 * its note (and text, where the winner has none) is kept as a comment on the winner.
 */
export function joinEntry(winner: LogEntry, entry: LogEntry, commandId: CommandId, context: DecideContext): Row[] {
  const at = context.receivedAt ?? entry.madeAt;
  const rows: Row[] = [
    {
      ...entry,
      itemId: winner.itemId,
      canceled: [...entry.canceled, { commandId, via: 'joined', by: context.actor.userId, at, why: '' }],
    },
  ];
  if (entry.note !== '' && entry.note !== winner.note)
    rows.push({
      kind: 'comment',
      // Joined, reinstated and joined again: to the same entry it is the same comment, to another one a new one.
      id: derivedId<CommentId>(entry.id, winner.id),
      rev: 0,
      entryId: winner.id,
      contactId: winner.contactId,
      companyId: winner.companyId,
      commandId,
      userId: entry.userId,
      at,
      body: entry.note,
      text: winner.text === '' ? entry.text : '',
      audience: entry.audience,
      withheld: entry.withheld,
    });
  return rows;
}
