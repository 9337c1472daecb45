import * as v from 'valibot';
import { TemplateCode } from './ids.ts';
import { Rev } from './rev.ts';

/** What a template is suggested for (`domain.md` §5: the automatic actions, as far as there is anything here that they could be about). */
export const setupActions = ['emails', 'emailDrafts', 'meetings', 'outgoingCalls', 'coverSheets'] as const;
export type SetupAction = (typeof setupActions)[number];

const choice = v.nullable(TemplateCode);

/** Which template is suggested for what. Null: none, so that it is logged only when somebody chooses one. There is one row a tenant. */
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
