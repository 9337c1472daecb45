import * as v from 'valibot';
import { Cost, Minutes } from './amounts.ts';
import { CorrespondenceType, InformationFlow, InitiatedBy, Language, Translated } from './choices.ts';
import { CampaignCode, GroupCode, TemplateCode } from './ids.ts';
import { Rev } from './rev.ts';

/** In whole days. */
export const retentionAge = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(36_500));

/** An interaction template: the defaults of a kind of interaction (`domain.md` §3). Its id is its code. */
export const InteractionTemplate = v.object({
  kind: v.literal('template'),
  id: TemplateCode,
  rev: Rev,
  groupCode: GroupCode,
  description: Translated,
  unitCost: Cost,
  unitDuration: Minutes,
  flow: InformationFlow,
  initiatedBy: InitiatedBy,
  correspondenceType: CorrespondenceType,
  /** The template's correspondence type wins over the contact's. */
  ignoreContactCorrespondenceType: v.boolean(),
  language: Language,
  campaignCode: v.nullable(CampaignCode),
  campaignTarget: v.boolean(),
  campaignResponse: v.boolean(),
  /**
   * How many days its entries are kept: then the server cancels them, and deletes them a while later (`retention.ts`).
   * Null: for ever.
   */
  retentionDays: v.optional(v.nullable(retentionAge), null),
  /** Entries keep its code. */
  deleted: v.boolean(),
});
export type InteractionTemplate = v.InferOutput<typeof InteractionTemplate>;
