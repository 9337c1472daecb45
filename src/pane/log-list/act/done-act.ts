import type { EntryId } from '../../../domain/ids.ts';
import type { ShownEntry } from '../../../store/local-store.ts';
import type { ManyResult } from './perform-many.ts';

/** What entries were made, and what came of it: undone by whoever shows it. */
export interface DoneAct {
  to: 'canceled' | 'recorded' | 'evaluated';
  result: ManyResult<ShownEntry>;
}

/** The same with where it was done: in the list, or with one entry by itself. */
export interface PlacedAct extends DoneAct {
  where: 'list' | EntryId;
}
