import * as v from 'valibot';
import { Campaign } from './campaign.ts';
import { Comment } from './comment.ts';
import { Contact } from './contact.ts';
import { FollowUp } from './follow-up.ts';
import { InteractionGroup } from './interaction-group.ts';
import { InteractionTemplate } from './interaction-template.ts';
import { Item } from './item.ts';
import { LogEntry } from './log-entry.ts';
import { Purge } from './purge.ts';
import { Salesperson } from './salesperson.ts';
import { TemplateSetup } from './template-setup.ts';
import { Workspace } from './workspace.ts';

/** Everything that the server keeps and devices hold: one schema per kind of row. */
export const Row = v.variant('kind', [
  Contact,
  InteractionGroup,
  InteractionTemplate,
  TemplateSetup,
  Salesperson,
  Workspace,
  Campaign,
  Item,
  LogEntry,
  Comment,
  FollowUp,
  Purge,
]);
export type Row = v.InferOutput<typeof Row>;
export type RowKind = Row['kind'];
export type RowOf<K extends RowKind> = Extract<Row, { kind: K }>;
