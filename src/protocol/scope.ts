import * as v from 'valibot';
import { ContactId, type UserId } from '../domain/ids.ts';
import type { Row } from '../domain/row.ts';

/**
 * A part of the tenant's rows that a device keeps:
 * - `setup`: groups, templates, template setup, campaigns, salespeople, workspace, purges;
 * - `contacts`;
 * - `mine`: the entries that the user logged, with their items and comments, and the follow-ups on the user's list;
 * - `history:<contact>`: the entries of a contact (of a company: also its people's), with their items and comments, and
 *   the follow-ups with them. A follow-up that left a list or a contact is told there as well.
 */
export const Scope = v.union([
  v.picklist(['setup', 'contacts', 'mine']),
  v.pipe(
    v.string(),
    v.startsWith('history:'),
    v.check((text) => v.is(ContactId, text.slice('history:'.length))),
    v.transform((text) => text as `history:${ContactId}`), // as just checked
  ),
]);
export type Scope = v.InferOutput<typeof Scope>;

export function historyScope(contactId: ContactId): Scope {
  return `history:${contactId}`;
}

/** Whether `row` belongs to `scope` for `userId`. Items belong wherever one of their entries does; see `protocol/pull.ts`. */
export function inScope(row: Row, scope: Scope, userId: UserId): boolean {
  switch (row.kind) {
    case 'group':
    case 'template':
    case 'template-setup':
    case 'salesperson':
    case 'campaign':
    case 'workspace':
    case 'purge':
      return scope === 'setup';
    case 'contact':
      return scope === 'contacts';
    case 'entry':
    case 'comment':
    case 'follow-up':
      if (scope === 'mine') return row.userId === userId;
      return scope === `history:${row.contactId}` || (row.companyId !== null && scope === `history:${row.companyId}`);
    case 'item':
      return row.entries.some(({ contactId }) => scope === `history:${contactId}`);
  }
}
