import type { RowKind } from './row.ts';

/** The identity of a row among all kinds, such as `entry:0192…`. */
export function rowKey(row: { kind: RowKind; id: string }): string {
  return `${row.kind}:${row.id}`;
}
