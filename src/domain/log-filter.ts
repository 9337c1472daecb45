import * as v from 'valibot';
import { type Evaluation, type InformationFlow, Origin } from './choices.ts';
import { entryStatus } from './entry-status.ts';
import { CampaignCode, ContactId, GroupCode, SalespersonCode, TemplateCode } from './ids.ts';
import { isLive } from './is-live.ts';
import type { LogEntry } from './log-entry.ts';
import { line } from './text.ts';
import { Day } from './time.ts';

/**
 * What a list of the log shows; every part that is there narrows it. Each value is text, so that a filter is also the
 * query of an address. Postponed entries are in no list of the log (`domain.md` §7, §8).
 */
export const LogFilter = v.object({
  /** Calendar days as the entries have them, both included. */
  from: v.optional(Day),
  to: v.optional(Day),
  /** A person: only that person's entries; a company: also its people's. With all that were merged into it. */
  contact: v.optional(ContactId),
  group: v.optional(GroupCode),
  template: v.optional(TemplateCode),
  salesperson: v.optional(SalespersonCode),
  campaign: v.optional(CampaignCode),
  flow: v.optional(v.picklist(['outbound', 'inbound', 'none'])),
  evaluation: v.optional(v.picklist(['very-positive', 'positive', 'neutral', 'negative', 'very-negative', 'none'])),
  /** `counted`: whatever is not canceled, as in all sums. */
  status: v.optional(v.picklist(['recorded', 'attempt-failed', 'canceled', 'counted'])),
  origin: v.optional(Origin),
  /** Words; each begins some word of the entry's texts, its comments or its contact's name. ä = a. */
  text: v.optional(v.pipe(line(200), v.minLength(1))),
});
export type LogFilter = v.InferOutput<typeof LogFilter>;
export type LogFilterField = keyof LogFilter;

/**
 * Whether an entry is in the list, `text` and `contact` aside: those need more than the entry. `contacts` are the
 * contact of the filter and all merged into it, and is left out where the filter names none.
 */
export function passes(entry: LogEntry, filter: LogFilter, contacts?: ReadonlySet<ContactId>): boolean {
  if (entry.postponed) return false;
  if (contacts && !contacts.has(entry.contactId) && !(entry.companyId !== null && contacts.has(entry.companyId)))
    return false;
  const { from, to, group, template, salesperson, campaign, flow, evaluation, status, origin } = filter;
  return (
    (from === undefined || entry.day >= from) &&
    (to === undefined || entry.day <= to) &&
    (group === undefined || entry.groupCode === group) &&
    (template === undefined || entry.templateCode === template) &&
    (salesperson === undefined || entry.salespersonCode === salesperson) &&
    (campaign === undefined || entry.campaignCode === campaign) &&
    (flow === undefined || entry.flow === blank<InformationFlow>(flow)) &&
    (evaluation === undefined || entry.evaluation === blank<Evaluation>(evaluation)) &&
    (status === undefined || (status === 'counted' ? isLive(entry) : entryStatus(entry) === status)) &&
    (origin === undefined || entry.origin === origin)
  );
}

function blank<T extends string>(value: T | 'none'): T | '' {
  return value === 'none' ? '' : value;
}
