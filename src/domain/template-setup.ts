import * as v from 'valibot';
import { TemplateCode } from './ids.ts';
import { Rev } from './rev.ts';

/** The automatic actions that can write an entry (`domain.md` §5, as far as Interlog has them). */
export const setupActions = ['emails', 'emailDrafts', 'meetings', 'outgoingCalls', 'coverSheets'] as const;
export type SetupAction = (typeof setupActions)[number];

const choice = v.nullable(TemplateCode);

/** Which template each automatic action uses. Null means: that action is not logged. There is one row a tenant. */
export const TemplateSetup = v.object({
  kind: v.literal('template-setup'),
  id: v.literal('template-setup'),
  rev: Rev,
  emails: choice,
  emailDrafts: choice,
  meetings: choice,
  outgoingCalls: choice,
  coverSheets: choice,
});
export type TemplateSetup = v.InferOutput<typeof TemplateSetup>;
