import * as v from 'valibot';
import { ContactId } from '../domain/ids.ts';
import { Day } from '../domain/time.ts';

/** What interactions are summed by: one sum for each template, contact and so on. */
export const StatisticsBy = v.picklist(['template', 'group', 'campaign', 'salesperson', 'contact']);
export type StatisticsBy = v.InferOutput<typeof StatisticsBy>;

/** Query of `GET /v1/statistics`. Days count as the entries have them, both included; without one that side is open. */
export const StatisticsQuery = v.object({
  by: StatisticsBy,
  from: v.optional(Day),
  to: v.optional(Day),
  /** Only interactions with this contact (and all merged into it), of a company also with its people. */
  contact: v.optional(ContactId),
});
export type StatisticsQuery = v.InferOutput<typeof StatisticsQuery>;

/** Most sums of one answer. */
export const mostSums = 500;

const sums = {
  count: v.number(),
  /** In the workspace's currency. */
  cost: v.number(),
  minutes: v.number(),
  /** How many of them answered a campaign. */
  responses: v.number(),
};

/**
 * Sums over what is neither canceled nor postponed, the largest count first. By contact, what was merged into one counts
 * there; by campaign, what belongs to none is left out.
 */
export const StatisticsResponse = v.object({
  sums: v.array(v.object({ code: v.string(), ...sums })),
  /** Of all, also of those beyond the most that one answer has. */
  total: v.object(sums),
  more: v.boolean(),
});
export type StatisticsResponse = v.InferOutput<typeof StatisticsResponse>;
