import type { Preferences } from '../../pane/pane-services.ts';

/**
 * localStorage where the browser gives it, memory where it is denied (third-party frames, private windows): what is kept
 * here is small and can be had again, so a person need not be told.
 */
export function smallStorage(prefix: string): Preferences & { remove(key: string): void } {
  const memory = new Map<string, string>();
  const storage = localStorageOrNone();
  return {
    get(key) {
      return memory.get(key) ?? storage?.getItem(`${prefix}.${key}`) ?? undefined;
    },
    set(key, value) {
      memory.set(key, value);
      try {
        storage?.setItem(`${prefix}.${key}`, value);
      } catch {
        // Full or denied since: the value stays in memory for this pane.
      }
    },
    remove(key) {
      memory.delete(key);
      storage?.removeItem(`${prefix}.${key}`);
    },
  };
}

function localStorageOrNone(): Storage | undefined {
  try {
    return globalThis.localStorage;
  } catch {
    // Reading the property itself throws a SecurityError where storage is denied.
    return undefined;
  }
}
