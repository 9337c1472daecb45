import * as v from 'valibot';
import { CampaignFields } from '../../domain/campaign.ts';
import { canonicalJson } from '../../domain/canonical-json.ts';
import { Translated } from '../../domain/choices.ts';
import { CampaignCode, GroupCode } from '../../domain/ids.ts';
import { InteractionTemplate } from '../../domain/interaction-template.ts';
import { isOffered } from '../../domain/offered.ts';
import { setupActions, TemplateSetup } from '../../domain/template-setup.ts';
import { cut } from '../../domain/text.ts';
import { TypedDay } from '../../domain/time.ts';
import type { Setup } from '../../store/local-store.ts';
import type { RowChange } from './row-facts.ts';

/** Of each list. */
const most = 1_000;
/** As much of what stands for a code as is shown. */
const longestCode = 40;
const named = v.pipe(
  Translated,
  v.check((texts) => Object.values(texts).some((text) => text.trim() !== '')),
);

/** The rows of a file, whole but for what belongs to one server (revs, deletions). */
const Group = v.object({ code: GroupCode, description: named });
const day = v.nullable(TypedDay);
const Campaign = v.object({ code: CampaignCode, ...CampaignFields.entries, startsOn: day, endsOn: day });
const Template = v.object({ ...v.omit(InteractionTemplate, ['kind', 'rev', 'deleted']).entries, description: named });
const Automatic = v.nullable(v.omit(TemplateSetup, ['kind', 'id', 'rev']));

/** A set-up as a file. */
interface SetUpFile {
  groups: v.InferOutput<typeof Group>[];
  campaigns: v.InferOutput<typeof Campaign>[];
  templates: v.InferOutput<typeof Template>[];
  templateSetup: v.InferOutput<typeof Automatic>;
}

type Kind = RowChange['what'];

/**
 * Why the file can't be taken in. `code` is that of the row at fault, empty where it has none that can be read; `place`
 * is where the row stands in its list, from 1. Of what is about the whole file, `kind` is undefined.
 */
export interface Fault {
  kind: Kind | undefined;
  code: string;
  place?: number;
  why:
    | { fault: 'version' | 'list' | 'no-row' | 'twice' | 'language' | 'dates' }
    | { fault: 'group' | 'campaign' | 'template'; code: string }
    | { fault: 'unreadable'; path: string[] };
}

/** What taking in would do to one row. */
export interface FileChange {
  kind: Kind;
  code: string;
  isNew: boolean;
  change: RowChange;
}

export type ReadFile =
  | { state: 'not-set-up' }
  | { state: 'faults'; faults: Fault[] }
  | { state: 'read'; changes: FileChange[] };

/** The set-up as a file's text. */
export function writeSetUp(setup: Setup): string {
  const file: SetUpFile & { interlog: 'set-up'; version: 1 } = {
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
  const { file, codes, faults } = readRows(json.output);
  faults.push(...faultsOf(file, codes, setup));
  return faults.length > 0 ? { state: 'faults', faults } : { state: 'read', changes: changesOf(file, setup) };
}

type Codes = Record<'group' | 'campaign' | 'template', string[]>;

/** The rows that can be read, the codes of all of them, and what is wrong with the others: each fault is told at once. */
function readRows(json: Readonly<Record<string, unknown>>): { file: SetUpFile; codes: Codes; faults: Fault[] } {
  const faults: Fault[] = [];
  const codes: Codes = { group: [], campaign: [], template: [] };
  if (json['version'] !== 1) faults.push({ kind: undefined, code: '', why: { fault: 'version' } });
  const row = <S extends v.GenericSchema>(schema: S, raw: unknown, at: Omit<Fault, 'why'>): v.InferOutput<S>[] => {
    const parsed = v.safeParse(schema, raw);
    if (parsed.success) return [parsed.output];
    const paths = parsed.issues.map(({ path = [] }) => path.map(({ key }) => String(key)));
    const once = new Map(paths.map((path) => [path.join('.'), path]));
    for (const path of once.values())
      faults.push({ ...at, why: path.length === 0 ? { fault: 'no-row' } : { fault: 'unreadable', path } });
    return [];
  };
  const rows = <S extends v.GenericSchema>(kind: keyof Codes, schema: S, list: unknown): v.InferOutput<S>[] => {
    if (!Array.isArray(list) || list.length > most) {
      faults.push({ kind, code: '', why: { fault: 'list' } });
      return [];
    }
    return list.flatMap((raw: unknown, at) => {
      const code = codeOf(raw, kind === 'template' ? 'id' : 'code');
      if (code !== '') codes[kind].push(code);
      return row(schema, raw, { kind, code: cut(code, longestCode), place: at + 1 });
    });
  };
  const groups = rows('group', Group, json['groups']);
  const campaigns = rows('campaign', Campaign, json['campaigns']);
  const templates = rows('template', Template, json['templates']);
  const [templateSetup = null] = row(Automatic, json['templateSetup'], { kind: 'template-setup', code: '' });
  return { file: { groups, campaigns, templates, templateSetup }, codes, faults };
}

/** The code of a row that may be at fault elsewhere, as codes are written; empty where there is none. */
function codeOf(raw: unknown, field: 'id' | 'code'): string {
  const parsed = v.safeParse(v.looseObject({ [field]: v.string() }), raw);
  return parsed.success ? String(parsed.output[field]).trim().toUpperCase() : '';
}

function faultsOf(file: SetUpFile, codes: Codes, setup: Setup): Fault[] {
  const faults: Fault[] = [];
  const known = (here: readonly { id: string; deleted: boolean }[], there: readonly string[]) =>
    new Set([...here.filter(isOffered).map(({ id }) => id), ...there]);
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
    changeOf: (saw: R | null) => RowChange,
  ) => {
    if (isOther(now, wanted)) changes.push({ kind, code, isNew: now === undefined, change: changeOf(now ?? null) });
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

function isOther(now: object | undefined, wanted: object): boolean {
  const before = new Map<string, unknown>(Object.entries(now ?? {}));
  return Object.entries(wanted).some(
    ([field, value]) => !before.has(field) || canonicalJson(before.get(field)) !== canonicalJson(value),
  );
}

function withoutIdentity({ kind: _kind, id: _id, rev: _rev, ...rest }: TemplateSetup): SetUpFile['templateSetup'] {
  return rest;
}
