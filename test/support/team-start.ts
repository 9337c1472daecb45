import type { GroupCode, TenantId } from '../../src/domain/ids.ts';
import type { InteractionGroup } from '../../src/domain/interaction-group.ts';
import type { ItemKey } from '../../src/domain/item.ts';
import type { Row } from '../../src/domain/row.ts';
import { contact, id, salesperson, template } from './domain-samples.ts';

/** Where the teams of simulations start: one workspace, a company, three people and the mails that they write. */
export const tenantId = id<TenantId>(0xf0);
export const company = contact(9, { type: 'company', domains: ['harbourpine.example'] });
const people = [contact(1, { companyId: company.id }), contact(2), contact(3)];
const group: InteractionGroup = {
  kind: 'group',
  id: 'SYSTEM' as GroupCode,
  rev: 1,
  description: { en: 'System', fi: 'Järjestelmä' },
  deleted: false,
};
export const start: Row[] = [group, template(), salesperson, company, ...people];

/** The keys of a mail each; some turn out to be the same mail only once others have come. */
export const mails: ItemKey[][] = [
  ['draft:a'],
  ['message-id:a'],
  ['draft:a', 'message-id:a'],
  ['message-id:b'],
  ['draft:c', 'message-id:b'],
  ['draft:c'],
].map((keys) => keys as ItemKey[]); // of that form
export const allKeys: ItemKey[] = [...new Set(mails.flat())];
