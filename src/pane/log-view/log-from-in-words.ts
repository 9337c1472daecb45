import { dayIn, type Instant, type Zone } from '../../domain/time.ts';
import type { PaneState } from '../state/pane-state.ts';

/** Says from when an interaction can be logged that still lies too far ahead. */
export function logFromInWords(from: Instant, zone: Zone, { format, today, firstMessages }: PaneState): string {
  const { day, time } = format.value;
  return firstMessages.value.form.logFrom(`${day(dayIn(zone, from), today.value)} ${time(from)}`);
}
