import type { DecideContext } from './decision.ts';
import type { LogEntry } from './log-entry.ts';
import { sortInstant } from './sort-instant.ts';
import type { Instant } from './time.ts';

const dayMs = 86_400_000;

/**
 * An interaction can be logged up to one day ahead of `receipt` (clocks and zones differ); later ones are refused. For
 * an all-day one, whose start is taken as midnight UTC, another day covers every zone.
 */
export function isTooFarAhead(interaction: Pick<LogEntry, 'at' | 'day'>, receipt: Instant): boolean {
  const allowance = interaction.at === null ? 2 * dayMs : dayMs;
  return Date.parse(sortInstant(interaction)) > Date.parse(receipt) + allowance;
}

/** The same for a rule. Only the server judges it: a device's clock may be wrong. */
export function liesAhead(interaction: Pick<LogEntry, 'at' | 'day'>, { receivedAt }: DecideContext): boolean {
  return receivedAt !== null && isTooFarAhead(interaction, receivedAt);
}
