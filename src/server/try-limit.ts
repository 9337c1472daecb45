/** Counts failed tries by who makes them. */
export interface TryLimit {
  allows(who: string): boolean;
  failed(who: string): void;
}

const windowMs = 60_000;

/** At most `most` failed tries in a minute each. `now` is in milliseconds. */
export function createTryLimit(most: number, now: () => number): TryLimit {
  const failures = new Map<string, number[]>();
  const recent = (who: string) => (failures.get(who) ?? []).filter((at) => at > now() - windowMs);
  return {
    allows: (who) => recent(who).length < most,
    failed(who) {
      // The bound only keeps a flood from many addresses out of memory.
      if (failures.size > 10_000) failures.clear();
      failures.set(who, [...recent(who), now()]);
    },
  };
}
