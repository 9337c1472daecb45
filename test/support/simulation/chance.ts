/** Chance that one seed decides: the same numbers in every run. */
export interface Chance {
  /** From 0 up to, but not, 1. */
  next(): number;
  /** A whole number from 0 up to, but not, `below`. */
  below(below: number): number;
  /** True with probability `of`. */
  happens(of: number): boolean;
  pick<T>(among: readonly T[]): T;
  /** Another source that shares no numbers with this one. */
  fork(): Chance;
}

/** Mulberry32: small, fast, and good enough to pick what happens. */
export function createChance(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (bound: number) => Math.floor(next() * bound);
  return {
    next,
    below,
    happens: (of) => next() < of,
    pick(among) {
      const picked = among[below(among.length)];
      if (picked === undefined) throw new Error('nothing to pick from');
      return picked;
    },
    fork: () => createChance(below(2 ** 32)),
  };
}
