import type { Actor } from './decision.ts';
import type { Row } from './row.ts';

/**
 * `row` as `reader` may see it: note and mail text that are for their author and the managers only are left out and
 * the row is marked as withheld. Everyone in the tenant sees the rest.
 */
export function visibleTo<R extends Row>(row: R, reader: Pick<Actor, 'userId' | 'role'>): R {
  const known: Row = row;
  if (known.kind !== 'entry' && known.kind !== 'comment') return row;
  if (known.audience === 'team' || known.userId === reader.userId || reader.role !== 'salesperson') return row;
  const stripped: Row =
    known.kind === 'entry'
      ? {
          ...known,
          note: '',
          text: '',
          corrections: known.corrections.filter(({ field }) => field !== 'note'),
          withheld: true,
        }
      : { ...known, body: '', text: '', withheld: true };
  return stripped as R; // same kind as it came in
}
