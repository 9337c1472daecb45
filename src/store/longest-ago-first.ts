import type { KeptScope } from './tables.ts';

/** Histories by when they were opened. */
export function longestAgoFirst(a: KeptScope, b: KeptScope): number {
  return (a.opened ?? 0) - (b.opened ?? 0) || (a.scope < b.scope ? -1 : 1);
}
