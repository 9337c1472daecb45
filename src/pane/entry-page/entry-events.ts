import type { CommandId, UserId } from '../../domain/ids.ts';
import type { CancelReason, Correction, LogEntry } from '../../domain/log-entry.ts';
import type { Instant } from '../../domain/time.ts';
import { type FieldChange, withWhenAsOne } from '../history/field-change.ts';

/** One thing that happened to an entry. */
export type EntryEvent = { commandId: CommandId; by: UserId; at: Instant } & (
  | { is: 'made' }
  | { is: 'corrected'; changes: FieldChange[] }
  | { is: 'canceled'; via: CancelReason['via']; why: string }
  | { is: 'reinstated' }
);

/** What happened to an entry, the latest first. A reason that was taken away again is still told. */
export function entryEvents(entry: LogEntry): EntryEvent[] {
  const past = (entry.reinstated ?? []).flatMap(({ reasons }) => reasons);
  const events: EntryEvent[] = [
    { is: 'made', commandId: entry.commandId, by: entry.userId, at: entry.madeAt },
    ...corrections(entry),
    ...[...past, ...entry.canceled].map(
      ({ commandId, by, at, via, why }): EntryEvent => ({
        is: 'canceled',
        commandId,
        by,
        at,
        via,
        why,
      }),
    ),
    ...(entry.reinstated ?? []).map(({ commandId, by, at }): EntryEvent => ({ is: 'reinstated', commandId, by, at })),
  ];
  // Its making comes first whatever its device's clock said; ids of commands count up where the time is the same.
  return events.sort(
    (a, b) =>
      Number(a.is === 'made') - Number(b.is === 'made') ||
      b.at.localeCompare(a.at) ||
      b.commandId.localeCompare(a.commandId),
  );
}

/** Corrections, those of one command together, the latest first. What a field was corrected to is what its next correction found there. */
export function corrections(entry: LogEntry): Extract<EntryEvent, { is: 'corrected' }>[] {
  const next = new Map<Correction['field'], string>();
  const events = new Map<string, Extract<EntryEvent, { is: 'corrected' }>>();
  for (const { commandId, by, at, field, from } of entry.corrections.toReversed()) {
    const event = events.get(commandId) ?? { is: 'corrected', commandId, by, at, changes: [] };
    event.changes.unshift({ field, from, to: next.get(field) ?? String(entry[field] ?? '') });
    next.set(field, from);
    events.set(commandId, event);
  }
  return [...events.values()].map((event) => ({ ...event, changes: withWhenAsOne(event.changes) }));
}
