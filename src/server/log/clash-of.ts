import type { Decision, RefusalDetail } from '../../domain/decision.ts';
import type { Row } from '../../domain/row.ts';
import { rowKey } from '../../domain/row-key.ts';
import type { BatchRows } from './batch-rows.ts';

/**
 * What is wrong with ids that a device chose: a row that a command makes must not be there yet, or one command could
 * write over what another has made. Undefined when nothing is.
 */
export function clashOf(
  decision: Extract<Decision, { outcome: 'done' | 'joined' }>,
  rows: BatchRows,
): RefusalDetail | undefined {
  const made = new Set<string>();
  for (const row of decision.changes) {
    if (row.rev !== 0) continue;
    const key = rowKey(row);
    if (made.has(key) || !mayMake(row, rows.byKey(key))) return { field: 'id', id: row.id };
    made.add(key);
  }
  return undefined;
}

/** An entry that joins the same other one a second time renews the comment that it left there. */
function mayMake(row: Row, there: Row | undefined): boolean {
  if (there === undefined) return true;
  return (
    row.kind === 'comment' && there.kind === 'comment' && row.userId === there.userId && row.entryId === there.entryId
  );
}
