import type { DecideContext } from './decision.ts';
import { instantAt } from './local-time.ts';
import type { LogEntry } from './log-entry.ts';
import { sortInstant } from './sort-instant.ts';
import { type Instant, instantOf } from './time.ts';

const dayMs = 86_400_000;

/**
 * An interaction can be logged up to one day ahead of `receipt` (clocks and zones differ); later ones are refused. For
 * an all-day one, whose start is taken as midnight UTC, another day covers every zone.
 */
function isTooFarAhead(interaction: Pick<LogEntry, 'at' | 'day'>, receipt: Instant): boolean {
  const allowance = interaction.at === null ? 2 * dayMs : dayMs;
  return Date.parse(sortInstant(interaction)) > Date.parse(receipt) + allowance;
}

/** The same for a rule: on the server by its clock, on a device by when the command was made there. */
export function liesAhead(
  interaction: Pick<LogEntry, 'at' | 'day'>,
  { madeAt }: { madeAt: Instant },
  { receivedAt }: DecideContext,
): boolean {
  return isTooFarAhead(interaction, receivedAt ?? madeAt);
}

/** From when an interaction can be logged that lies too far ahead `now`; undefined when it can be. */
export function loggableFrom(
  { at, day, zone }: Pick<LogEntry, 'at' | 'day' | 'zone'>,
  now: Instant,
): Instant | undefined {
  if (!isTooFarAhead({ at, day }, now)) return undefined;
  return instantOf(Date.parse(at ?? instantAt(zone, day, '00:00')) - dayMs);
}
