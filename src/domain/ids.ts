import * as v from 'valibot';

/**
 * Ids that are made on a device or the server are UUIDs; codes (template, group, salesperson) are the short keys that
 * people choose, as in NAV, and are their own identity: two offline creations of one code meet on the server.
 */
const uuid = v.pipe(v.string(), v.uuid(), v.toLowerCase());
const code = (maxLength: number) =>
  v.pipe(v.string(), v.trim(), v.toUpperCase(), v.minLength(1), v.maxLength(maxLength));

export const TenantId = v.pipe(uuid, v.brand('TenantId'));
export type TenantId = v.InferOutput<typeof TenantId>;
export const UserId = v.pipe(uuid, v.brand('UserId'));
export type UserId = v.InferOutput<typeof UserId>;
export const CommandId = v.pipe(uuid, v.brand('CommandId'));
export type CommandId = v.InferOutput<typeof CommandId>;
export const ContactId = v.pipe(uuid, v.brand('ContactId'));
export type ContactId = v.InferOutput<typeof ContactId>;
export const EntryId = v.pipe(uuid, v.brand('EntryId'));
export type EntryId = v.InferOutput<typeof EntryId>;
export const ItemId = v.pipe(uuid, v.brand('ItemId'));
export type ItemId = v.InferOutput<typeof ItemId>;
export const CommentId = v.pipe(uuid, v.brand('CommentId'));
export type CommentId = v.InferOutput<typeof CommentId>;

export const FollowUpId = v.pipe(uuid, v.brand('FollowUpId'));
export type FollowUpId = v.InferOutput<typeof FollowUpId>;

export const PurgeId = v.pipe(uuid, v.brand('PurgeId'));
export type PurgeId = v.InferOutput<typeof PurgeId>;
export const JobId = v.pipe(uuid, v.brand('JobId'));
export type JobId = v.InferOutput<typeof JobId>;

export const TemplateCode = v.pipe(code(10), v.brand('TemplateCode'));
export type TemplateCode = v.InferOutput<typeof TemplateCode>;
export const GroupCode = v.pipe(code(10), v.brand('GroupCode'));
export type GroupCode = v.InferOutput<typeof GroupCode>;
export const CampaignCode = v.pipe(code(20), v.brand('CampaignCode'));
export type CampaignCode = v.InferOutput<typeof CampaignCode>;
export const SalespersonCode = v.pipe(code(20), v.brand('SalespersonCode'));
export type SalespersonCode = v.InferOutput<typeof SalespersonCode>;
