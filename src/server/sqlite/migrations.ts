import type { Migration } from 'kysely/migration';
import { start } from './migrations/0001-start.ts';
import { runs } from './migrations/0002-runs.ts';
import { followUpsAndSums } from './migrations/0003-follow-ups-and-sums.ts';
import { listsAndSearch } from './migrations/0004-lists-and-search.ts';
import { jobsAndPurges } from './migrations/0005-jobs-and-purges.ts';
import { sessionsInUse } from './migrations/0006-sessions-in-use.ts';
import { discardedDrafts } from './migrations/0007-discarded-drafts.ts';
import { salespeopleThatGo } from './migrations/0008-salespeople-that-go.ts';

/** In their order, by name; a database has run the first few of them. One that was released is never changed. */
export const migrations: Record<string, Migration> = {
  '0001-start': start,
  '0002-runs': runs,
  '0003-follow-ups-and-sums': followUpsAndSums,
  '0004-lists-and-search': listsAndSearch,
  '0005-jobs-and-purges': jobsAndPurges,
  '0006-sessions-in-use': sessionsInUse,
  '0007-discarded-drafts': discardedDrafts,
  '0008-salespeople-that-go': salespeopleThatGo,
};
