import * as v from 'valibot';
import type { Preferences } from '../../pane-services.ts';

/** Every column that the table can show (`domain.md` §7; what does not exist here aside). */
export const logColumns = [
  'status',
  'day',
  'time',
  'template',
  'group',
  'description',
  'subject',
  'contactNo',
  'contact',
  'companyNo',
  'company',
  'flow',
  'initiatedBy',
  'evaluation',
  'cost',
  'minutes',
  'salesperson',
  'loggedBy',
  'campaign',
  'target',
  'response',
  'type',
  'via',
  'language',
  'origin',
  'followUp',
  'entryNo',
  'comments',
] as const;
export type LogColumn = (typeof logColumns)[number];

/** Those that are visible at first, as in NAV. */
export const firstColumns: readonly LogColumn[] = [
  'status',
  'day',
  'template',
  'description',
  'contactNo',
  'contact',
  'company',
  'evaluation',
  'cost',
  'minutes',
  'salesperson',
  'campaign',
  'entryNo',
  'comments',
];

export const inFigures: ReadonlySet<LogColumn> = new Set([
  'contactNo',
  'companyNo',
  'cost',
  'minutes',
  'entryNo',
  'comments',
]);

/** By which column the loaded rows are sorted; by date is how they come. */
export interface LogSort {
  by: LogColumn;
  direction: 'up' | 'down';
}

/** How the table looks. */
export interface TableLook {
  columns: readonly LogColumn[];
  sort: LogSort | undefined;
}

export const firstLook: TableLook = { columns: firstColumns, sort: undefined };

const key = 'log-table';
const Column = v.picklist(logColumns);
const Kept = v.object({
  columns: v.pipe(v.array(Column), v.minLength(1)),
  sort: v.optional(v.object({ by: Column, direction: v.picklist(['up', 'down']) })),
});

/** The look that was chosen on this device; the first one where none was. */
export function readLook(preferences: Preferences): TableLook {
  const kept = v.safeParse(v.pipe(v.string(), v.parseJson(), Kept), preferences.get(key));
  return kept.success ? { columns: [...new Set(kept.output.columns)], sort: kept.output.sort } : firstLook;
}

export function keepLook(preferences: Preferences, look: TableLook): void {
  preferences.set(key, JSON.stringify(look));
}

/** `columns` with one moved by a place; at an end it stays. */
export function moved(columns: readonly LogColumn[], column: LogColumn, by: -1 | 1): LogColumn[] {
  const at = columns.indexOf(column);
  const to = at + by;
  if (at < 0 || to < 0 || to >= columns.length) return [...columns];
  return columns.toSpliced(at, 1).toSpliced(to, 0, column);
}
