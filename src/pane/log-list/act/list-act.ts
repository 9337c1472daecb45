import type { KeyAct } from '../list-keys.ts';
import type { ListRow } from '../merge-rows.ts';

/** What is being done with entries of the list; they are as they were when it was begun. */
export interface ListAct {
  kind: Extract<KeyAct['do'], 'toggle' | 'evaluate' | 'comment' | 'follow-up' | 'correct'>;
  entries: readonly ListRow[];
}
