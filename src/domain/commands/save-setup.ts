import * as v from 'valibot';
import { CampaignFields } from '../campaign.ts';
import { Translated } from '../choices.ts';
import { type DecideContext, type Decision, done, refused } from '../decision.ts';
import { CampaignCode, GroupCode, SalespersonCode, TemplateCode } from '../ids.ts';
import { InteractionGroup } from '../interaction-group.ts';
import { InteractionTemplate } from '../interaction-template.ts';
import type { Known } from '../known.ts';
import { mergeFields } from '../merge-fields.ts';
import { isOffered } from '../offered.ts';
import type { Ref } from '../ref.ts';
import { SalespersonFields } from '../salesperson.ts';
import { setupActions, TemplateSetup } from '../template-setup.ts';
import { Workspace } from '../workspace.ts';
import { envelope } from './envelope.ts';

const named = v.pipe(
  Translated,
  v.check((texts) => Object.values(texts).some((text) => text.trim() !== '')),
);
const template = v.omit(InteractionTemplate, ['kind', 'rev', 'deleted']);

const actions = v.omit(TemplateSetup, ['kind', 'id', 'rev']);
const agreed = v.omit(Workspace, ['kind', 'id', 'rev']);

/**
 * One row of the set-up as it shall be. Codes of groups, templates, campaigns and salespeople are kept on entries when they go. `saw`
 * is the row as the person saw it before changing it, null when it was not there: what somebody else changed in other
 * fields meanwhile stays, and where both changed one field, it is refused.
 */
const change = v.variant('what', [
  v.object({
    what: v.literal('group'),
    code: GroupCode,
    description: named,
    saw: v.nullable(v.pick(InteractionGroup, ['description'])),
  }),
  v.object({ what: v.literal('delete-group'), code: GroupCode }),
  v.object({
    what: v.literal('template'),
    template: v.object({ ...template.entries, description: named }),
    saw: v.nullable(v.omit(template, ['id'])),
  }),
  /** `instead` takes its place in the template setup; required when it stands there (`domain.md` §3). */
  v.object({ what: v.literal('delete-template'), code: TemplateCode, instead: v.nullable(TemplateCode) }),
  v.object({ what: v.literal('template-setup'), setup: actions, saw: v.nullable(actions) }),
  v.object({
    what: v.literal('campaign'),
    code: CampaignCode,
    fields: CampaignFields,
    saw: v.nullable(CampaignFields),
  }),
  v.object({ what: v.literal('delete-campaign'), code: CampaignCode }),
  v.object({
    what: v.literal('salesperson'),
    code: SalespersonCode,
    fields: SalespersonFields,
    saw: v.nullable(SalespersonFields),
  }),
  v.object({ what: v.literal('delete-salesperson'), code: SalespersonCode }),
  v.object({ what: v.literal('workspace'), workspace: agreed, saw: v.nullable(agreed) }),
]);

/** Changes the set-up of the tenant; admins only. */
export const SaveSetup = v.object({ ...envelope, type: v.literal('save-setup'), change });
export type SaveSetup = v.InferOutput<typeof SaveSetup>;

/** The set-up is small and always on every device, so these rules see all of it. */
export function readsOfSaveSetup(_command: SaveSetup): Ref[] {
  return [{ by: 'setup' }];
}

export function decideSaveSetup({ change }: SaveSetup, known: Known, context: DecideContext): Decision {
  if (context.actor.role !== 'admin') return refused('not-allowed');
  switch (change.what) {
    case 'group': {
      const { code, description, saw } = change;
      const laid = layOver(saw, { description }, known.get('group', code));
      if (laid.clash !== undefined) return changedMeanwhile(code, laid.clash);
      return done([{ kind: 'group', id: code, rev: laid.rev, ...laid.fields, deleted: false }]);
    }
    case 'delete-group': {
      const group = known.get('group', change.code);
      const used = known.all('template').some((one) => one.groupCode === change.code && isOffered(one));
      if (used) return refused('group-in-use', { id: change.code });
      return done(group ? [{ ...group, deleted: true }] : []);
    }
    case 'template':
      return decideSaveTemplate(change, known);
    case 'delete-template':
      return decideDeleteTemplate(change, known);
    case 'template-setup': {
      const laid = layOver(change.saw, change.setup, known.get('template-setup', 'template-setup'));
      if (laid.clash !== undefined) return changedMeanwhile('template-setup', laid.clash);
      const wrong = setupActions.find((action) => isGone(laid.fields[action], known));
      if (wrong) return refused('template-not-found', { field: wrong });
      return done([{ kind: 'template-setup', id: 'template-setup', rev: laid.rev, ...laid.fields }]);
    }
    case 'campaign': {
      const laid = layOver(change.saw, change.fields, known.get('campaign', change.code));
      if (laid.clash !== undefined) return changedMeanwhile(change.code, laid.clash);
      const { startsOn, endsOn } = laid.fields;
      if (startsOn && endsOn && endsOn < startsOn) return refused('ends-before-start', { field: 'endsOn' });
      return done([{ kind: 'campaign', id: change.code, rev: laid.rev, ...laid.fields, deleted: false }]);
    }
    case 'delete-campaign': {
      const campaign = known.get('campaign', change.code);
      const used = known.all('template').some((one) => one.campaignCode === change.code && isOffered(one));
      if (used) return refused('campaign-in-use', { id: change.code });
      return done(campaign ? [{ ...campaign, deleted: true }] : []);
    }
    case 'salesperson': {
      const laid = layOver(change.saw, change.fields, known.get('salesperson', change.code));
      if (laid.clash !== undefined) return changedMeanwhile(change.code, laid.clash);
      return done([{ kind: 'salesperson', id: change.code, rev: laid.rev, ...laid.fields, deleted: false }]);
    }
    case 'delete-salesperson': {
      const salesperson = known.get('salesperson', change.code);
      // Whoever did that could log nothing from then on, and nobody would have told them.
      if (change.code === context.actor.salespersonCode) return refused('own-salesperson', { id: change.code });
      return done(salesperson ? [{ ...salesperson, deleted: true }] : []);
    }
    case 'workspace': {
      const laid = layOver(change.saw, change.workspace, known.get('workspace', 'workspace'));
      if (laid.clash !== undefined) return changedMeanwhile('workspace', laid.clash);
      return done([{ kind: 'workspace', id: 'workspace', rev: laid.rev, ...laid.fields }]);
    }
  }
}

function decideSaveTemplate(
  { template: { id, ...fields }, saw }: Extract<SaveSetup['change'], { what: 'template' }>,
  known: Known,
): Decision {
  const laid = layOver(saw, fields, known.get('template', id));
  if (laid.clash !== undefined) return changedMeanwhile(id, laid.clash);
  const wanted = laid.fields;
  const group = known.get('group', wanted.groupCode);
  if (!group || group.deleted) return refused('group-not-found', { field: 'groupCode', id: wanted.groupCode });
  if (wanted.language !== '' && !wanted.description[wanted.language])
    return refused('language-missing', { field: 'language' });
  const campaign = wanted.campaignCode === null ? undefined : known.get('campaign', wanted.campaignCode);
  if (wanted.campaignCode !== null && (!campaign || campaign.deleted))
    return refused('campaign-not-found', { field: 'campaignCode', id: wanted.campaignCode });
  return done([{ kind: 'template', id, rev: laid.rev, ...wanted, deleted: false }]);
}

function decideDeleteTemplate(
  { code, instead }: { code: TemplateCode; instead: TemplateCode | null },
  known: Known,
): Decision {
  const gone = known.get('template', code);
  if (!gone) return done([]);
  const setup = known.get('template-setup', 'template-setup');
  const uses = setupActions.filter((action) => setup?.[action] === code);
  if (!setup || uses.length === 0) return done([{ ...gone, deleted: true }]);
  if (instead === null || instead === code || isGone(instead, known))
    return refused('template-in-setup', { field: 'instead', id: code });
  const replaced = Object.fromEntries(uses.map((action) => [action, instead]));
  return done([
    { ...gone, deleted: true },
    { ...setup, ...replaced },
  ]);
}

/**
 * What is `wanted` over the row that is there `now`, whose rev it keeps; 0 is for a row that is made, also one that comes
 * back under the code of a deleted one. The `clash` is what somebody else changed meanwhile, `code` if it is the whole row.
 */
function layOver<F extends object>(
  saw: NoInfer<F> | null,
  wanted: F,
  now: (NoInfer<F> & { rev: number; deleted?: boolean }) | undefined,
): { fields: F; rev: number; clash?: undefined } | { clash: string } {
  if (!now) return { fields: wanted, rev: 0 };
  if (now.deleted) return saw === null ? { fields: wanted, rev: now.rev } : { clash: 'code' };
  const merged = mergeFields(saw ?? {}, wanted, now);
  return merged.clash === undefined ? { fields: merged.fields, rev: now.rev } : merged;
}

function changedMeanwhile(id: string, field: string): Decision {
  return refused('changed-meanwhile', { id, field });
}

function isGone(code: TemplateCode | null, known: Known): boolean {
  if (code === null) return false;
  const found = known.get('template', code);
  return !found || found.deleted;
}
