import type { Comment } from '../../domain/comment.ts';
import type { EntryId } from '../../domain/ids.ts';
import { isLive } from '../../domain/is-live.ts';
import type { LogEntry } from '../../domain/log-entry.ts';
import { sortInstant } from '../../domain/sort-instant.ts';
import type { Value } from './bulk-statements.ts';
import { type Places, placeEntries } from './entry-place.ts';
import { entryWords } from './entry-words.ts';
import { reachByEntries } from './last-reached.ts';
import { parseBody } from './parse-body.ts';
import type { RowWriter } from './row-writer.ts';
import { comments, entries, type Tables } from './tables.ts';

interface EntryWriter extends RowWriter {
  tenantNo: number;
}

/** Writes entries and comments, the words that they are found by, and when their contacts were last reached. */
export async function writeEntries(
  writer: EntryWriter,
  changed: { entries: readonly LogEntry[]; comments: readonly Comment[] },
): Promise<void> {
  const { db, bulk, tenant } = writer;
  const places = await placeEntries(db, bulk, tenant, changed.entries);
  if (places.moved.length > 0)
    await db.deleteFrom('entry').where('tenant', '=', tenant).where('id', 'in', places.moved).execute();
  await bulk.upsert(
    db,
    entries,
    changed.entries.map((entry) => entryValues(tenant, places.of(entry.id), entry)),
  );
  await bulk.upsert(
    db,
    comments,
    changed.comments.map((comment): Value[] => [
      tenant,
      comment.id,
      comment.rev,
      comment.entryId,
      JSON.stringify(comment),
    ]),
  );
  await reachByEntries(db, bulk, tenant, changed.entries, places);
  await writeWords(writer, changed, places);
}

export function entryValues(tenant: string, place: number, entry: LogEntry): Value[] {
  return [
    ...[place, tenant, entry.id, entry.rev, entry.rev, entry.contactId, entry.companyId, entry.userId],
    ...[sortInstant(entry), entry.entryNo ?? 0, entry.flow, entry.evaluation, Number(entry.attemptFailed)],
    ...[entry.origin, standingOf(entry), entry.day, entry.templateCode, entry.groupCode, entry.campaignCode],
    ...[Number(entry.campaignResponse), entry.salespersonCode, entry.cost, entry.minutes, JSON.stringify(entry)],
  ];
}

function standingOf(entry: LogEntry): Tables['entry']['standing'] {
  if (isLive(entry)) return 'live';
  if (entry.canceled.length === 0) return 'postponed';
  return entry.postponed ? 'discarded' : 'canceled';
}

/** An entry has the words of its comments as well, so either's change writes them all. */
async function writeWords(
  { db, bulk, text, tenant, tenantNo }: EntryWriter,
  changed: { entries: readonly LogEntry[]; comments: readonly Comment[] },
  places: Places,
): Promise<void> {
  const beside = new Set(changed.comments.map(({ entryId }) => entryId));
  for (const { id } of changed.entries) beside.delete(id);
  const found = await bulk.selectIn(db, { table: 'entry', column: 'id', wanted: ['place', 'body'] }, tenant, beside);
  const all = [
    ...changed.entries.map((entry) => ({ place: places.of(entry.id), entry })),
    ...found.flatMap(({ place, body }) => {
      const entry = parseBody(body);
      return entry.kind === 'entry' ? [{ place, entry }] : [];
    }),
  ].filter(({ entry }) => !entry.postponed);

  const commented = new Set<EntryId>(changed.comments.map(({ entryId }) => entryId));
  const mayHave = all.map(({ entry }) => entry.id).filter((id) => commented.has(id) || places.has(id));
  const theirs = Map.groupBy(
    (await bulk.selectIn(db, { table: 'comment', column: 'entry_id', wanted: ['body'] }, tenant, mayHave))
      .map(({ body }) => parseBody(body))
      .filter((row) => row.kind === 'comment'),
    ({ entryId }) => entryId,
  );
  await text.write(
    db,
    all.map(({ place, entry }) => ({ place, words: entryWords(tenantNo, entry, theirs.get(entry.id) ?? []) })),
  );
}
