type Names = readonly [one: string, many: string];

/** A span in the largest unit that it fills, with that unit's names. */
export function inUnits(
  ms: number,
  minutes: Names,
  hours: Names,
  days: Names,
): [count: number, one: string, many: string] {
  const count = Math.max(1, Math.round(ms / 60_000));
  if (count < 90) return [count, ...minutes];
  if (count < 36 * 60) return [Math.round(count / 60), ...hours];
  return [Math.round(count / 1_440), ...days];
}
