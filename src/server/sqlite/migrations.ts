import type { Migration } from 'kysely/migration';
import { start } from './migrations/0001-start.ts';
import { followUpsAndSums } from './migrations/0002-follow-ups-and-sums.ts';

/** In their order, by name; a database has run the first few of them. One that was released is never changed. */
export const migrations: Record<string, Migration> = {
  '0001-start': start,
  '0002-follow-ups-and-sums': followUpsAndSums,
};
