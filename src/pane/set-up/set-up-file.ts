import * as v from 'valibot';
import { CampaignFields } from '../../domain/campaign.ts';
import { canonicalJson } from '../../domain/canonical-json.ts';
import { Translated } from '../../domain/choices.ts';
import { CampaignCode, GroupCode } from '../../domain/ids.ts';
import { InteractionTemplate } from '../../domain/interaction-template.ts';
import { isOffered } from '../../domain/offered.ts';
import { setupActions, TemplateSetup } from '../../domain/template-setup.ts';
import type { Setup } from '../../store/local-store.ts';
import type { SetUpChange } from './save-set-up.ts';

const most = 1_000;
const many = <S extends v.GenericSchema>(schema: S) => v.pipe(v.array(schema), v.maxLength(most));
const named = v.pipe(
  Translated,
  v.check((texts) => Object.values(texts).some((text) => text.trim() !== '')),
);

/** A set-up as a file: whole rows without what belongs to one server (revs, deletions). */
const SetUpFile = v.object({
  interlog: v.literal('set-up'),
  version: v.literal(1),
  groups: many(v.object({ code: GroupCode, description: named })),
  campaigns: many(v.object({ code: CampaignCode, ...CampaignFields.entries })),
  templates: many(v.object({ ...v.omit(InteractionTemplate, ['kind', 'rev', 'deleted']).entries, description: named })),
  templateSetup: v.nullable(v.omit(TemplateSetup, ['kind', 'id', 'rev'])),
});
type SetUpFile = v.InferOutput<typeof SetUpFile>;

type Kind = 'group' | 'campaign' | 'template' | 'template-setup';

/** Why the file can't be taken in; `code` is that of the row at fault. */
export interface Fault {
  kind: Kind | undefined;
  code: string;
  why:
    | { fault: 'twice' | 'language' | 'dates' }
    | { fault: 'group' | 'campaign' | 'template'; code: string }
    | { fault: 'unreadable'; where: string };
}

/** What taking in would do to one row. */
export interface FileChange {
  kind: Kind;
  code: string;
  isNew: boolean;
  /** Values as JSON, which is how they stand in the file; undefined where there is none. */
  fields: { field: string; from: string | undefined; to: string }[];
  change: SetUpChange;
}

export type ReadFile =
  | { state: 'not-set-up' }
  | { state: 'faults'; faults: Fault[] }
  | { state: 'read'; changes: FileChange[] };

/** The set-up as a file's text. */
export function writeSetUp(setup: Setup): string {
  const file: SetUpFile = {
    interlog: 'set-up',
    version: 1,
    groups: setup.groups.filter(isOffered).map(({ id, description }) => ({ code: id, description })),
    campaigns: setup.campaigns
      .filter(isOffered)
      .map(({ id, description, startsOn, endsOn }) => ({ code: id, description, startsOn, endsOn })),
    templates: setup.templates.filter(isOffered).map(({ kind: _kind, rev: _rev, deleted: _deleted, ...rest }) => rest),
    templateSetup: setup.templateSetup ? withoutIdentity(setup.templateSetup) : null,
  };
  return `${JSON.stringify(file, undefined, 2)}\n`;
}

/** Reads a file's text against `setup`: what it would change, in an order in which it can be saved, or what is wrong with it. */
export function readSetUp(text: string, setup: Setup): ReadFile {
  const json = v.safeParse(v.pipe(v.string(), v.parseJson(), v.looseObject({ interlog: v.literal('set-up') })), text);
  if (!json.success) return { state: 'not-set-up' };
  const parsed = v.safeParse(SetUpFile, json.output);
  if (!parsed.success) {
    const paths = parsed.issues.map((issue) => v.getDotPath(issue) ?? '?');
    const faults = [...new Set(paths)].map(
      (where): Fault => ({ kind: undefined, code: '', why: { fault: 'unreadable', where } }),
    );
    return { state: 'faults', faults };
  }
  const faults = faultsOf(parsed.output, setup);
  return faults.length > 0 ? { state: 'faults', faults } : { state: 'read', changes: changesOf(parsed.output, setup) };
}

function faultsOf(file: SetUpFile, setup: Setup): Fault[] {
  const faults: Fault[] = [];
  const known = (here: readonly { id: string; deleted: boolean }[], there: readonly string[]) =>
    new Set([...here.filter(isOffered).map(({ id }) => id), ...there]);
  const codes = {
    group: file.groups.map(({ code }) => code as string),
    campaign: file.campaigns.map(({ code }) => code as string),
    template: file.templates.map(({ id }) => id as string),
  };
  for (const kind of ['group', 'campaign', 'template'] as const)
    for (const code of new Set(codes[kind].filter((one, at) => codes[kind].indexOf(one) !== at)))
      faults.push({ kind, code, why: { fault: 'twice' } });

  const groups = known(setup.groups, codes.group);
  const campaigns = known(setup.campaigns, codes.campaign);
  const templates = known(setup.templates, codes.template);
  for (const { code, startsOn, endsOn } of file.campaigns)
    if (startsOn && endsOn && endsOn < startsOn) faults.push({ kind: 'campaign', code, why: { fault: 'dates' } });
  for (const { id, groupCode, campaignCode, language, description } of file.templates) {
    const at = { kind: 'template', code: id } as const;
    if (!groups.has(groupCode)) faults.push({ ...at, why: { fault: 'group', code: groupCode } });
    if (campaignCode !== null && !campaigns.has(campaignCode))
      faults.push({ ...at, why: { fault: 'campaign', code: campaignCode } });
    if (language !== '' && !description[language]) faults.push({ ...at, why: { fault: 'language' } });
  }
  for (const action of setupActions) {
    const code = file.templateSetup?.[action] ?? null;
    if (code !== null && !templates.has(code))
      faults.push({ kind: 'template-setup', code: action, why: { fault: 'template', code } });
  }
  return faults;
}

function changesOf(file: SetUpFile, setup: Setup): FileChange[] {
  const changes: FileChange[] = [];
  const compare = <R extends object>(
    { kind, code }: Pick<FileChange, 'kind' | 'code'>,
    now: R | undefined,
    wanted: object,
    changeOf: (saw: R | null) => SetUpChange,
  ) => {
    const fields = differences(now, wanted);
    if (fields.length > 0)
      changes.push({ kind, code, isNew: now === undefined, fields, change: changeOf(now ?? null) });
  };
  const here = <R extends { id: string; deleted: boolean }>(rows: readonly R[], code: string) =>
    rows.find((row) => row.id === code && isOffered(row));
  for (const { code, description } of file.groups)
    compare({ kind: 'group', code }, here(setup.groups, code), { description }, (saw) => ({
      what: 'group',
      code,
      description,
      saw,
    }));
  for (const { code, ...fields } of file.campaigns)
    compare({ kind: 'campaign', code }, here(setup.campaigns, code), fields, (saw) => ({
      what: 'campaign',
      code,
      fields,
      saw,
    }));
  for (const template of file.templates) {
    const { id, ...fields } = template;
    compare({ kind: 'template', code: id }, here(setup.templates, id), fields, (saw) => ({
      what: 'template',
      template,
      saw,
    }));
  }
  const { templateSetup } = file;
  if (templateSetup)
    compare({ kind: 'template-setup', code: '' }, setup.templateSetup, templateSetup, (saw) => ({
      what: 'template-setup',
      setup: templateSetup,
      saw,
    }));
  return changes;
}

function differences(now: object | undefined, wanted: object): FileChange['fields'] {
  const before = new Map<string, unknown>(Object.entries(now ?? {}));
  return Object.entries(wanted).flatMap(([field, value]) => {
    const from = before.has(field) ? canonicalJson(before.get(field)) : undefined;
    const to = canonicalJson(value);
    return from === to ? [] : [{ field, from, to }];
  });
}

function withoutIdentity({ kind: _kind, id: _id, rev: _rev, ...rest }: TemplateSetup): SetUpFile['templateSetup'] {
  return rest;
}
