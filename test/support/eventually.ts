import { vi } from 'vitest';

/** Waits until `check` no longer throws; as in all tests, for as long as a busy machine may take. */
export function eventually<T>(check: () => T | Promise<T>): Promise<T> {
  return vi.waitFor(check, { timeout: 30_000 });
}
