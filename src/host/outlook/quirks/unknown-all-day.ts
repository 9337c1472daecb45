const day = 86_400_000;

/**
 * Clients before Mailbox 1.15 do not say whether a meeting is all-day. One that lasts whole days and starts at midnight
 * where the user is, is taken for one; a real meeting of 24 hours from midnight is rarer than an old client.
 */
export function looksAllDay(start: Date | null, end: Date | null, zone: string): boolean {
  if (!start || !end) return false;
  const midnight = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' });
  // Days of 23 and 25 hours are why both ends are looked at and the length only has to be near whole days.
  const lasts = end.getTime() - start.getTime();
  return lasts >= day - 3_600_000 && [start, end].every((at) => midnight.format(at) === '00:00');
}
