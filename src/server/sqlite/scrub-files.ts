import { type Kysely, sql } from 'kysely';
import type { Tables } from '../log/tables.ts';

/**
 * Writes the database anew without the pages and gaps in which rows stood that are gone, and empties the journal beside
 * it: what was erased is then nowhere in the files. Pushes wait meanwhile.
 */
export async function scrubFiles(db: Kysely<Tables>): Promise<void> {
  // The text index drops words of what went only when it puts its parts together.
  await sql`insert into entry_text (entry_text) values ('optimize')`.execute(db);
  await sql`vacuum`.execute(db);
  // Whoever reads just now keeps the journal from being emptied: SQLite waits for them, as long as its time-out.
  const { rows } = await sql<{ busy: number }>`pragma wal_checkpoint(truncate)`.execute(db);
  if (rows[0]?.busy !== 0) throw new Error('the journal could not be emptied: somebody has been reading for too long');
}
