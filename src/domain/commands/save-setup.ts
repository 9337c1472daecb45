import * as v from 'valibot';
import { CampaignFields } from '../campaign.ts';
import { Translated } from '../choices.ts';
import { type DecideContext, type Decision, done, refused } from '../decision.ts';
import { CampaignCode, GroupCode, TemplateCode } from '../ids.ts';
import { InteractionTemplate } from '../interaction-template.ts';
import type { Known } from '../known.ts';
import type { Ref } from '../ref.ts';
import type { RowKind } from '../row.ts';
import { setupActions, TemplateSetup } from '../template-setup.ts';
import { Workspace } from '../workspace.ts';
import { envelope } from './envelope.ts';

const named = v.pipe(
  Translated,
  v.check((texts) => Object.values(texts).some((text) => text.trim() !== '')),
);
const template = v.omit(InteractionTemplate, ['kind', 'rev', 'deleted']);

/** One row of the set-up as it shall be. Codes of groups, templates and campaigns are kept on entries when they go. */
const change = v.variant('what', [
  v.object({ what: v.literal('group'), code: GroupCode, description: named }),
  v.object({ what: v.literal('delete-group'), code: GroupCode }),
  v.object({ what: v.literal('template'), template: v.object({ ...template.entries, description: named }) }),
  /** `instead` takes its place in the template setup; required when it stands there (`domain.md` §3). */
  v.object({ what: v.literal('delete-template'), code: TemplateCode, instead: v.nullable(TemplateCode) }),
  v.object({ what: v.literal('template-setup'), setup: v.omit(TemplateSetup, ['kind', 'id', 'rev']) }),
  v.object({ what: v.literal('campaign'), code: CampaignCode, fields: CampaignFields }),
  v.object({ what: v.literal('delete-campaign'), code: CampaignCode }),
  v.object({ what: v.literal('workspace'), workspace: v.omit(Workspace, ['kind', 'id', 'rev']) }),
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
    case 'group':
      return done([
        {
          ...identity('group', change.code, known),
          description: change.description,
          deleted: false,
        },
      ]);
    case 'delete-group': {
      const group = known.get('group', change.code);
      const used = known.all('template').some((one) => one.groupCode === change.code && !one.deleted);
      if (used) return refused('group-in-use', { id: change.code });
      return done(group ? [{ ...group, deleted: true }] : []);
    }
    case 'template':
      return decideSaveTemplate(change.template, known);
    case 'delete-template':
      return decideDeleteTemplate(change, known);
    case 'template-setup': {
      const wrong = setupActions.find((action) => isGone(change.setup[action], known));
      if (wrong) return refused('template-not-found', { field: wrong });
      return done([{ ...identity('template-setup', 'template-setup', known), ...change.setup }]);
    }
    case 'campaign': {
      const { startsOn, endsOn } = change.fields;
      if (startsOn && endsOn && endsOn < startsOn) return refused('ends-before-start', { field: 'endsOn' });
      return done([{ ...identity('campaign', change.code, known), ...change.fields, deleted: false }]);
    }
    case 'delete-campaign': {
      const campaign = known.get('campaign', change.code);
      return done(campaign ? [{ ...campaign, deleted: true }] : []);
    }
    case 'workspace':
      return done([{ ...identity('workspace', 'workspace', known), ...change.workspace }]);
  }
}

function decideSaveTemplate(wanted: v.InferOutput<typeof template>, known: Known): Decision {
  const group = known.get('group', wanted.groupCode);
  if (!group || group.deleted) return refused('group-not-found', { field: 'groupCode', id: wanted.groupCode });
  if (wanted.language !== '' && !wanted.description[wanted.language])
    return refused('language-missing', { field: 'language' });
  const campaign = wanted.campaignCode === null ? undefined : known.get('campaign', wanted.campaignCode);
  if (wanted.campaignCode !== null && (!campaign || campaign.deleted))
    return refused('campaign-not-found', { field: 'campaignCode', id: wanted.campaignCode });
  return done([{ ...wanted, ...identity('template', wanted.id, known), deleted: false }]);
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

/** Of a row to be written over the one that may be there; 0 is for a row that is made. */
function identity<K extends RowKind, Id extends string>(
  kind: K,
  id: Id,
  known: Known,
): { kind: K; id: Id; rev: number } {
  return { kind, id, rev: known.get(kind, id)?.rev ?? 0 };
}

function isGone(code: TemplateCode | null, known: Known): boolean {
  if (code === null) return false;
  const found = known.get('template', code);
  return !found || found.deleted;
}
