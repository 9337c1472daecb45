import * as v from 'valibot';
import { Cost, Minutes } from './amounts.ts';
import {
  Audience,
  CorrespondenceType,
  Evaluation,
  InformationFlow,
  InitiatedBy,
  Language,
  Origin,
  StoredLevel,
} from './choices.ts';
import { PlannedFollowUp } from './follow-up.ts';
import { CampaignCode, ContactId, FollowUpId, GroupCode, SalespersonCode, TemplateCode } from './ids.ts';
import { longestNote, longestText } from './longest.ts';
import { line, prose } from './text.ts';
import { Day, Instant, Zone } from './time.ts';

/** What all entries of one logged interaction share (`domain.md` §2). Every value is what the person saw. */
export const InteractionFields = v.object({
  /** Null for an all-day interaction, which has only its day. */
  at: v.nullable(Instant),
  zone: Zone,
  day: Day,
  templateCode: TemplateCode,
  groupCode: GroupCode,
  description: v.pipe(line(100), v.minLength(1)),
  subject: line(100),
  flow: InformationFlow,
  initiatedBy: InitiatedBy,
  salespersonCode: SalespersonCode,
  evaluation: Evaluation,
  attemptFailed: v.boolean(),
  language: Language,
  campaignCode: v.nullable(CampaignCode),
  campaignTarget: v.boolean(),
  campaignResponse: v.boolean(),
  origin: Origin,
  level: StoredLevel,
  note: prose(longestNote),
  /** The text of the mail; empty unless `level` is `text`. */
  text: prose(longestText),
  audience: Audience,
  /** Of a postponed one: the follow-up that logging it will close. */
  followUpId: v.optional(FollowUpId),
});
export type InteractionFields = v.InferOutput<typeof InteractionFields>;

/** What differs between the contacts of one logged interaction. */
export const PerContactFields = v.object({
  contactId: ContactId,
  /** The contact's company at the time; for a company itself. */
  companyId: v.nullable(ContactId),
  correspondenceType: CorrespondenceType,
  /** The phone number or address used. */
  contactVia: line(320),
  cost: Cost,
  minutes: Minutes,
  /** Of a postponed one: the follow-up that finishing it will make. */
  followUp: v.optional(PlannedFollowUp),
});
export type PerContactFields = v.InferOutput<typeof PerContactFields>;
