import { describe, expect, it } from 'vitest';
import { readSetUp, writeSetUp } from '../../../src/pane/set-up/set-up-file.ts';
import { freeMailDomains, seedSetup } from '../../../src/server/seed-setup.ts';
import type { Setup } from '../../../src/store/local-store.ts';

function seeded(): Setup {
  const rows = seedSetup({ name: 'Aurinko Oy', currency: 'EUR', ownDomains: [], freeMailDomains, salespeople: [] });
  return {
    groups: rows.filter((row) => row.kind === 'group'),
    templates: rows.filter((row) => row.kind === 'template'),
    campaigns: [],
    templateSetup: rows.find((row) => row.kind === 'template-setup'),
    salespeople: [],
    workspace: undefined,
  };
}
const empty: Setup = { ...seeded(), groups: [], templates: [], templateSetup: undefined };
/** As a person could write it: anything anywhere. */
type FileToSpoil = { [list in 'groups' | 'templates' | 'campaigns']: Record<string, unknown>[] } & {
  templateSetup: Record<string, unknown>;
};
const file = () => JSON.parse(writeSetUp(seeded()));
const read = (value: unknown, setup = seeded()) => readSetUp(JSON.stringify(value), setup);

describe('a set-up file', () => {
  it('changes nothing where it was written, whatever the order of its keys', () => {
    const shuffled = file();
    shuffled.groups.reverse();
    for (const group of shuffled.groups) group.description = { fi: group.description.fi, en: group.description.en };
    expect(read(shuffled)).toEqual({ state: 'read', changes: [] });
  });

  it('brings everything to an empty workspace, groups before the templates that need them, the automatic use last', () => {
    const result = read(file(), empty);
    const kinds = result.state === 'read' ? result.changes.map(({ kind }) => kind) : [];
    expect(kinds).toEqual(kinds.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)));
    expect(kinds.length).toBe(seeded().groups.length + seeded().templates.length + 1);
  });

  it.each([
    ['a template of a group that is nowhere', (one: FileToSpoil) => (one.templates[0]!.groupCode = 'NOWHERE'), 'group'],
    [
      'a template of a campaign that is nowhere',
      (one: FileToSpoil) => (one.templates[0]!.campaignCode = 'NOWHERE'),
      'campaign',
    ],
    ['a default language without a text', (one: FileToSpoil) => (one.templates[0]!.language = 'sv'), 'language'],
    [
      'an automatic use of a template that is nowhere',
      (one: FileToSpoil) => (one.templateSetup.emails = 'NOWHERE'),
      'template',
    ],
    ['a code twice', (one: FileToSpoil) => one.groups.push(one.groups[0]!), 'twice'],
    [
      'a campaign of year 26',
      (one: FileToSpoil) =>
        one.campaigns.push({ code: 'GOLF', description: 'Golf', startsOn: '0026-01-01', endsOn: null }),
      'unreadable',
    ],
    ['a negative cost', (one: FileToSpoil) => (one.templates[0]!.unitCost = -1), 'unreadable'],
    [
      'a cost that no entry can have',
      (one: FileToSpoil) => (one.templates[0]!.unitCost = 1_000_000_000_001),
      'unreadable',
    ],
    [
      'a duration that no entry can have',
      (one: FileToSpoil) => (one.templates[0]!.unitDuration = 1_000_001),
      'unreadable',
    ],
    ['a missing field', (one: FileToSpoil) => delete one.templates[0]!.flow, 'unreadable'],
    ['a group without any text', (one: FileToSpoil) => (one.groups[0]!.description = {}), 'unreadable'],
  ])('is refused whole for %s', (_, spoil, why) => {
    const spoilt = file();
    spoil(spoilt);
    const result = read(spoilt);
    expect(result.state === 'faults' && result.faults.map((one) => one.why.fault)).toEqual([why]);
  });

  it.each(['', 'no JSON', '[]', '{"interlog":"unsent"}', 'null'])('is not taken for one when it is "%s"', (text) => {
    expect(readSetUp(text, seeded())).toEqual({ state: 'not-set-up' });
  });

  it('brings back what was deleted here', () => {
    const setup = seeded();
    const without = { ...setup, groups: setup.groups.map((group) => ({ ...group, deleted: group.id === 'DOC' })) };
    const result = read(file(), without);
    expect(result.state === 'read' && result.changes.map(({ kind, code, isNew }) => [kind, code, isNew])).toEqual([
      ['group', 'DOC', true],
    ]);
  });
});

const order = ['group', 'campaign', 'template', 'template-setup'];
