import type { DeviceCode } from '../domain/problem-code.ts';

/** The device's storage took nothing: it is full, denied, or lost; or what writes to it could not be loaded. A store's writes reject with it, `perform` answers with its code. */
export class StorageFailure extends Error {
  readonly code: DeviceCode;
  constructor(code: DeviceCode, cause: unknown) {
    super(`storage: ${code}`, { cause });
    this.name = 'StorageFailure';
    this.code = code;
  }
}
