import { type Instant, instantOf } from '../../domain/time.ts';
import type { Sensitivity } from '../host-adapter.ts';

/** The instant of a date as Outlook gives it; null for none, and for one that is no date. */
export function instantOrNull(date: Date | null | undefined): Instant | null {
  const ms = date?.getTime();
  return ms === undefined || Number.isNaN(ms) ? null : instantOf(ms);
}

const sensitivities: Readonly<Record<string, Sensitivity>> = {
  normal: 'normal',
  personal: 'personal',
  private: 'private',
  confidential: 'confidential',
};

export function sensitivityOf(value: string | null | undefined): Sensitivity {
  return sensitivities[value ?? ''] ?? 'normal';
}
