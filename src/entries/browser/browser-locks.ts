import type { Locks } from '../../sync/device-options.ts';

/** Web Locks where the browser gives them; they are denied together with storage in some frames. */
export function browserLocks(): Locks | undefined {
  const manager = globalThis.navigator?.locks;
  if (!manager) return undefined;
  return {
    request: (name, options, run) => manager.request(name, options, run),
  };
}
