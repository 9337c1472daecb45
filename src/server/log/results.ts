import type { Kysely } from 'kysely';
import type { Instant } from '../../domain/time.ts';
import type { Answer } from '../../protocol/push.ts';
import type { Principal } from '../log-store.ts';
import type { BulkStatements } from './bulk-statements.ts';
import { commandResults, type Tables } from './tables.ts';

/** What is remembered of a command for ever, under its id. */
export interface Result {
  id: string;
  answer: Answer;
  /** Keys of the rows that the answer concerns. */
  rows: string[];
}

export async function loadResults(
  db: Kysely<Tables>,
  bulk: BulkStatements,
  tenant: string,
  ids: Iterable<string>,
): Promise<Map<string, Result>> {
  const found = await bulk.selectIn(
    db,
    { table: 'command_result', column: 'id', wanted: ['id', 'outcome', 'code', 'detail', 'aliases', 'rows'] },
    tenant,
    ids,
  );
  return new Map(found.map((row) => [row.id, resultOf(row)]));
}

export async function writeResults(
  db: Kysely<Tables>,
  bulk: BulkStatements,
  { tenantId, userId }: Principal,
  results: readonly Result[],
  receivedAt: Instant,
): Promise<void> {
  await bulk.upsert(
    db,
    commandResults,
    results.map(({ id, answer: { outcome, code, detail, aliases }, rows }) => [
      tenantId,
      id,
      userId,
      receivedAt,
      outcome,
      code ?? null,
      detail === undefined ? null : JSON.stringify(detail),
      JSON.stringify(aliases),
      JSON.stringify(rows),
    ]),
  );
}

type Stored = Pick<Tables['command_result'], 'id' | 'outcome' | 'code' | 'detail' | 'aliases' | 'rows'>;

function resultOf({ id, outcome, code, detail, aliases, rows }: Stored): Result {
  const answer = {
    commandId: id,
    outcome,
    aliases: JSON.parse(aliases),
    ...(code === null ? {} : { code }),
    ...(detail === null ? {} : { detail: JSON.parse(detail) }),
  };
  return { id, answer: answer as Answer, rows: JSON.parse(rows) }; // written by writeResults
}
