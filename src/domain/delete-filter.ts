import * as v from 'valibot';
import { CampaignCode, ContactId, GroupCode, SalespersonCode, TemplateCode } from './ids.ts';
import type { LogEntry } from './log-entry.ts';
import { Day } from './time.ts';

/** Which canceled entries to delete (`domain.md` §9); every part that is there narrows it. */
export const DeleteFilter = v.object({
  entryNo: v.optional(v.pipe(v.number(), v.integer())),
  contact: v.optional(ContactId),
  from: v.optional(Day),
  to: v.optional(Day),
  campaign: v.optional(CampaignCode),
  group: v.optional(GroupCode),
  template: v.optional(TemplateCode),
  salesperson: v.optional(SalespersonCode),
});
export type DeleteFilter = v.InferOutput<typeof DeleteFilter>;

/**
 * Whether the filter means an entry. `contacts` are the contact of the filter and all merged into it, and is left out
 * where the filter names none.
 */
export function isMeant(entry: LogEntry, filter: DeleteFilter, contacts?: ReadonlySet<ContactId>): boolean {
  if (contacts && !contacts.has(entry.contactId) && !(entry.companyId !== null && contacts.has(entry.companyId)))
    return false;
  const { entryNo, from, to, campaign, group, template, salesperson } = filter;
  return (
    (entryNo === undefined || entry.entryNo === entryNo) &&
    (from === undefined || entry.day >= from) &&
    (to === undefined || entry.day <= to) &&
    (campaign === undefined || entry.campaignCode === campaign) &&
    (group === undefined || entry.groupCode === group) &&
    (template === undefined || entry.templateCode === template) &&
    (salesperson === undefined || entry.salespersonCode === salesperson)
  );
}
