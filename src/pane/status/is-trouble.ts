import type { LocalStore } from '../../store/local-store.ts';
import type { SyncState } from '../../sync/device.ts';

/** Whether there is anything that `TroubleBanners` shows. */
export function isTrouble({ durable, trouble }: LocalStore, { paused, problem, clockOff }: SyncState): boolean {
  return (
    !durable ||
    trouble !== undefined ||
    clockOff !== 0 ||
    paused.some((reason) => reason === 'quota' || reason === 'signed-out' || reason === 'version-too-old') ||
    (problem !== undefined && isWorthABanner(problem))
  );
}

// The status line has the words for an unreachable server; the rest have banners of their own or pass by themselves.
export function isWorthABanner(problem: string): boolean {
  return ![
    'server-unreachable',
    'signed-out',
    'version-too-old',
    'cursor-expired',
    'server-busy',
    'too-many-commands',
  ].includes(problem);
}
