import type { UserId } from './ids.ts';
import type { CancelReason, LogEntry } from './log-entry.ts';
import { type Day, dayIn, type Instant, instantOf, type Zone } from './time.ts';

/**
 * How long entries stay that were canceled because their template says how long they are kept; then they are deleted.
 * Until then anybody can still reinstate one, which the next day cancels again while the template says so.
 */
export const retentionGraceDays = 30;

/** Whoever cancels for the server itself: nobody's id. */
export const serverItself = '00000000-0000-0000-0000-000000000000' as UserId; // of that form

const dayMs = 86_400_000;

/** The first day whose entries a template still keeps. */
export function firstKeptDay(retentionDays: number, now: Instant): Day {
  return dayIn('UTC' as Zone, daysBefore(now, retentionDays)); // the name of a zone
}

/**
 * What becomes of an entry now, of a template that says how many days entries are kept (null: for ever). One that is
 * older is canceled with that reason, also when somebody else canceled it before: its time begins then. Once that
 * reason is old enough it is deleted. A draft that waits to be finished is no entry yet.
 */
export function retentionOf(
  entry: Pick<LogEntry, 'day' | 'canceled' | 'postponed'>,
  retentionDays: number | null,
  now: Instant,
): 'cancel' | 'delete' | 'keep' {
  if (retentionDays === null || entry.day >= firstKeptDay(retentionDays, now)) return 'keep';
  if (entry.postponed && entry.canceled.length === 0) return 'keep';
  const reason = entry.canceled.find(({ via }) => via === 'retention');
  if (reason === undefined) return 'cancel';
  return reason.at <= daysBefore(now, retentionGraceDays) ? 'delete' : 'keep';
}

/** Whether entries go that were kept before: with an age where there was none (null), or a shorter one. */
export function keepsLess(before: number | null, after: number | null): boolean {
  return after !== null && (before === null || after < before);
}

/** The reason that an entry is given for its age. `commandId` is the job's: jobs name reasons as commands do. */
export function retentionReason(commandId: CancelReason['commandId'], now: Instant): CancelReason {
  return { commandId, via: 'retention', by: serverItself, at: now, why: '' };
}

function daysBefore(now: Instant, days: number): Instant {
  return instantOf(Date.parse(now) - days * dayMs);
}
