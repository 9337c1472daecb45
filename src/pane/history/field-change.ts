import type { Correction } from '../../domain/log-entry.ts';

/** A field that was corrected: what stood there, and what stands there since, each as it is kept in a correction. */
export interface FieldChange {
  field: Correction['field'];
  from: string;
  to: string;
}

/** A moved interaction has another day and another time, of which the day is a part: that is one change. */
export function withWhenAsOne(changes: readonly FieldChange[]): FieldChange[] {
  const [at, day] = (['at', 'day'] as const).map((field) => changes.find((one) => one.field === field));
  if (!at || !day) return [...changes];
  // All day it has no time: then it is its day that is told.
  const when = { ...at, from: at.from || day.from, to: at.to || day.to };
  return changes.filter((one) => one !== day).map((one) => (one === at ? when : one));
}
