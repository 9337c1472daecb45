import type { PauseReason } from './device.ts';

/**
 * Why syncing rests: a set, so that the end of one reason does not undo another. Pulling and listening rest for any of
 * them; pushing goes on while the pane is hidden or its storage is full, since sending is what frees it.
 */
export interface PauseReasons {
  /** True when it was not so already. */
  set(reason: PauseReason, on: boolean): boolean;
  list(): PauseReason[];
  pushing(): boolean;
  pulling(): boolean;
}

const holdsPush: readonly PauseReason[] = ['offline', 'signed-out', 'version-too-old', 'another-pane'];

export function createPauseReasons(): PauseReasons {
  const reasons = new Set<PauseReason>();
  return {
    set(reason, on) {
      if (reasons.has(reason) === on) return false;
      if (on) reasons.add(reason);
      else reasons.delete(reason);
      return true;
    },
    list: () => [...reasons].sort(),
    pushing: () => !holdsPush.some((reason) => reasons.has(reason)),
    pulling: () => reasons.size === 0,
  };
}
