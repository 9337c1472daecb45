import type { DeviceCode } from '../../domain/problem-code.ts';

/** What an error of IndexedDB or Dexie means for whoever wanted to write; undefined for a fault of ours. */
export function storageCode(error: unknown): DeviceCode | undefined {
  const names = namesOf(error);
  // A full disk often comes as the reason of an aborted upgrade.
  if (names.includes('QuotaExceededError')) return 'storage-full';
  if (names.some((name) => denied.has(name))) return 'storage-denied';
  return names.some((name) => lost.has(name)) ? 'storage-lost' : undefined;
}

const denied: ReadonlySet<string> = new Set(['MissingAPIError', 'SecurityError', 'NotAllowedError']);
const lost: ReadonlySet<string> = new Set([
  'AbortError',
  'DatabaseClosedError',
  'InvalidStateError',
  'NoSuchDatabaseError',
  'NotFoundError',
  'OpenFailedError',
  'TimeoutError',
  'UnknownError',
  'VersionChangeError',
  'VersionError',
]);

/** Of the error, and of what caused it. */
function namesOf(error: unknown): string[] {
  if (!(error instanceof Error || error instanceof DOMException)) return [];
  const inner = 'inner' in error ? namesOf(error.inner) : [];
  // Chromium's word for blocked third-party storage is an UnknownError that says so only in its message.
  const name =
    error.name === 'UnknownError' && error.message.includes('denied permission') ? 'NotAllowedError' : error.name;
  return [name, ...inner];
}
