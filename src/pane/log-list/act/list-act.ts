import type { Contact } from '../../../domain/contact.ts';
import type { ShownEntry } from '../../../store/local-store.ts';
import type { KeyAct } from '../list-keys.ts';

/** An entry that something is done with, and its contact where it is named. */
export type ActedEntry = ShownEntry & { contact?: Contact | undefined };

/** What is being done with entries; they are as they were when it was begun. */
export interface ListAct {
  kind: Extract<KeyAct['do'], 'toggle' | 'evaluate' | 'comment' | 'follow-up' | 'correct'>;
  entries: readonly ActedEntry[];
}
