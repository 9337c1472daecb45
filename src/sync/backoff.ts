/** Milliseconds. */
const first = 1_000;
const most = 300_000;
/** Never less, so that no chance and no server makes the device ask in a hot loop. */
const least = 500;

export interface BackoffInput {
  /** How often it has failed in a row, from 1. */
  failures: number;
  /** What the server asked for (`Retry-After`), in milliseconds. */
  retryAfter?: number | undefined;
  /** From 0 up to, but not, 1. */
  random: number;
}

/**
 * How long to wait before the next try, in milliseconds: any time up to a bound that doubles with each failure, so that
 * the devices of a team come back spread out (full jitter); at most five minutes. A server's own wish is kept to, with
 * jitter on top; a wish of more than an hour is taken for an error and cut.
 */
export function backoff({ failures, retryAfter, random }: BackoffInput): number {
  const bound = Math.min(most, first * 2 ** Math.min(Math.max(failures, 1), 30));
  const wait = Math.max(least, Math.round(random * bound));
  return retryAfter === undefined ? wait : Math.min(Math.max(retryAfter, 0), 3_600_000) + Math.min(wait, 10_000);
}

/** Of a `Retry-After` header: whole seconds or an HTTP date. Undefined when it says nothing usable. */
export function parseRetryAfter(header: string | null, now: number): number | undefined {
  if (header === null) return undefined;
  if (/^\d+$/.test(header.trim())) return Number(header) * 1000;
  const at = Date.parse(header);
  return Number.isNaN(at) ? undefined : Math.max(0, at - now);
}
