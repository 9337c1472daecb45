import { dayIn, type Instant, type Zone } from '../domain/time.ts';
import type { MailItem } from '../host/host-adapter.ts';
import type { Draft } from './draft.ts';

const mostMinutes = 1_000_000;

/**
 * When the interaction took place. A mail: when it was sent (outbound) or received (inbound), at the latest now; one
 * being written: now. A meeting: its start and real minutes; an all-day one has only its day.
 */
export function whenOfItem(
  item: MailItem,
  direction: Draft['direction'],
  around: { now: Instant; zone: Zone },
): Pick<Draft, 'at' | 'day' | 'zone' | 'minutes'> {
  const zone = item.zone ?? around.zone;
  if (item.kind === 'meeting') {
    const start = item.start ?? around.now;
    const day = dayIn(zone, start);
    return item.allDay
      ? { at: null, day, zone, minutes: null }
      : { at: start, day, zone, minutes: minutesOf(item.start, item.end) };
  }
  const at = timeOfMail(item, direction, around.now);
  return { at, day: dayIn(zone, at), zone, minutes: null };
}

function timeOfMail(item: MailItem, direction: Draft['direction'], now: Instant): Instant {
  if (item.mode === 'compose') return now;
  const { sentAt, receivedAt } = item;
  const at = (direction === 'inbound' ? (receivedAt ?? sentAt) : (sentAt ?? receivedAt)) ?? now;
  return at > now ? now : at; // a sender's wrong clock can't put a mail that is here into the future
}

function minutesOf(start: Instant | null, end: Instant | null): number | null {
  if (start === null || end === null) return null;
  const minutes = Math.round((Date.parse(end) - Date.parse(start)) / 60_000);
  return Math.min(Math.max(0, minutes), mostMinutes);
}
