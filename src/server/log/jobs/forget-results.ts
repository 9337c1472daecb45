import type { Row } from '../../../domain/row.ts';
import { rowKey } from '../../../domain/row-key.ts';
import { commandResults } from '../tables.ts';
import type { JobWriting } from './job-kind.ts';

/** Takes `rows` out of what is remembered of the commands that made or changed them: the answers stay. */
export async function forgetResults({ db, bulk, tenant }: JobWriting, rows: readonly Row[]): Promise<void> {
  const keys = new Set(rows.map(rowKey));
  const ids = new Set<string>();
  for (const row of rows) {
    if (row.kind === 'entry') {
      ids.add(row.commandId);
      const past = (row.reinstated ?? []).flatMap((one) => [one, ...one.reasons]);
      for (const { commandId } of [...row.canceled, ...past, ...row.corrections]) ids.add(commandId);
    } else if (row.kind === 'comment') ids.add(row.commandId);
  }
  const wanted = [...commandResults.key, ...commandResults.others] as const;
  const found = await bulk.selectIn(
    db,
    {
      table: 'command_result',
      column: 'id',
      wanted: ['tenant', 'id', 'user_id', 'received_at', 'outcome', 'code', 'detail', 'aliases', 'rows'],
    },
    tenant,
    ids,
  );
  const changed = found.map((result) => ({
    ...result,
    rows: JSON.stringify(JSON.parse(result.rows).filter((key: string) => !keys.has(key))),
  }));
  await bulk.upsert(
    db,
    commandResults,
    changed.map((result) => wanted.map((column) => result[column as keyof typeof result])),
  );
}
