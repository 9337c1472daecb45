import type { TenantId, UserId } from '../../src/domain/ids.ts';
import { id } from './domain-samples.ts';

/** What names the database of an account; another one for each number. */
export function accountKey(number: number): { server: string; tenantId: TenantId; userId: UserId } {
  return { server: 'https://log.example', tenantId: id<TenantId>(0xf0), userId: id<UserId>(0xf000 + number) };
}
