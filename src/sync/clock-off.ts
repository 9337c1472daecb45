const minuteMs = 60_000;
/** Clocks differ a little, and answers take their time. */
const allowance = 5 * minuteMs;

/**
 * How far the server's clock is ahead of this device's, in milliseconds, after an answer that the server `dated`; 0 while
 * they agree. It was `before`: that stays unless it is clearly otherwise.
 */
export function clockOffAfter(before: number, dated: string | null, now: number): number {
  const server = dated === null ? Number.NaN : Date.parse(dated);
  if (Number.isNaN(server)) return before;
  const off = server - now;
  if (Math.abs(off) < allowance) return 0;
  return Math.abs(off - before) < allowance ? before : Math.round(off / minuteMs) * minuteMs;
}
