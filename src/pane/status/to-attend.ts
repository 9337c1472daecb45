import type { SyncState } from '../../sync/device.ts';

/** How many things *Needs attention* has to say. */
export function toAttend({ refused, erasedWork }: SyncState): number {
  return refused + Number(erasedWork > 0);
}
