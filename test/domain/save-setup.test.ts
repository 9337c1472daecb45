import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { Command } from '../../src/domain/commands/command.ts';
import type { SaveSetup } from '../../src/domain/commands/save-setup.ts';
import type { CampaignCode, GroupCode, TemplateCode } from '../../src/domain/ids.ts';
import { isOffered } from '../../src/domain/offered.ts';
import type { Row } from '../../src/domain/row.ts';
import type { Day } from '../../src/domain/time.ts';
import { contact, logMail, mika, salesperson, template } from '../support/domain-samples.ts';
import { world } from '../support/domain-world.ts';
import { entryOf, saveSetup } from '../support/new-command-samples.ts';

const system = 'SYSTEM' as GroupCode;
const email = 'EMAIL' as TemplateCode;
const memo = 'MEMO' as TemplateCode;
const fair = 'FAIR' as CampaignCode;
const bob = contact(1);
const actions = { emails: email, emailDrafts: null, meetings: null, outgoingCalls: email, coverSheets: null };
const start: Row[] = [
  { kind: 'group', id: system, rev: 1, description: { en: 'System' }, deleted: false },
  template(),
  template({ id: memo }),
  { kind: 'template-setup', id: 'template-setup', rev: 3, ...actions },
  salesperson,
  bob,
];
type Change = SaveSetup['change'];

function saveTemplate(over: object): Change {
  const { kind: _kind, rev: _rev, deleted: _deleted, ...fields } = template();
  return { what: 'template', template: { ...fields, ...over } };
}
const campaign = (startsOn: string | null, endsOn: string | null): Change => ({
  what: 'campaign',
  code: fair,
  fields: { description: 'Fair in Turku', startsOn: startsOn as Day | null, endsOn: endsOn as Day | null },
});

it('is for admins only', () => {
  const change: Change = { what: 'group', code: 'TRADE' as GroupCode, description: { en: 'Trade' } };
  for (const role of ['salesperson', 'manager'] as const)
    expect(world(start).run(saveSetup(20, change), { ...mika, role })).toMatchObject({ code: 'not-allowed' });
});

describe('a group', () => {
  it('is made, and renamed in its place', () => {
    const team = world(start);
    const code = 'TRADE' as GroupCode;
    team.run(saveSetup(20, { what: 'group', code, description: { en: 'Trade' } }));
    const { rev } = team.get('group', code);
    expect(team.run(saveSetup(21, { what: 'group', code, description: { en: 'Fairs' } }))).toMatchObject({
      changes: [{ rev }],
    });
    expect(team.get('group', code).description).toEqual({ en: 'Fairs' });
  });

  it('needs a text in some language', () => {
    const change: Change = { what: 'group', code: system, description: { en: ' ' } };
    expect(v.safeParse(Command, saveSetup(20, change)).success).toBe(false);
  });

  it('is deleted only when no template is left in it, and templates find it no more', () => {
    const team = world(start);
    expect(team.run(saveSetup(20, { what: 'delete-group', code: system }))).toMatchObject({ code: 'group-in-use' });
    team.run(saveSetup(21, { what: 'template-setup', setup: { ...actions, emails: null, outgoingCalls: null } }));
    for (const code of [email, memo]) team.run(saveSetup(22, { what: 'delete-template', code, instead: null }));
    expect(team.run(saveSetup(23, { what: 'delete-group', code: system })).outcome).toBe('done');
    expect(team.run(saveSetup(24, saveTemplate({})))).toMatchObject({ code: 'group-not-found' });
  });
});

describe('a template', () => {
  it('is saved with all its fields', () => {
    const team = world(start);
    team.run(saveSetup(20, saveTemplate({ unitCost: 12, description: { en: 'Mail', fi: 'Posti' } })));
    expect(team.get('template', email)).toMatchObject({ unitCost: 12, description: { fi: 'Posti' }, deleted: false });
  });

  it('must have a text in its own language', () => {
    const change = saveTemplate({ language: 'sv', description: { en: 'Mail' } });
    expect(world(start).run(saveSetup(20, change))).toMatchObject({ code: 'language-missing' });
  });

  it('belongs to a group and a campaign that exist', () => {
    const team = world(start);
    expect(team.run(saveSetup(20, saveTemplate({ groupCode: 'NONE' })))).toMatchObject({ code: 'group-not-found' });
    expect(team.run(saveSetup(21, saveTemplate({ campaignCode: fair })))).toMatchObject({ code: 'campaign-not-found' });
  });

  it('in the template setup is deleted only when another takes its place', () => {
    const team = world(start);
    const remove = (instead: TemplateCode | null): Change => ({ what: 'delete-template', code: email, instead });
    for (const instead of [null, email, 'NONE' as TemplateCode])
      expect(team.run(saveSetup(20, remove(instead)))).toMatchObject({ code: 'template-in-setup' });
    team.run(saveSetup(21, remove(memo)));
    expect(team.get('template-setup', 'template-setup')).toMatchObject({ emails: memo, outgoingCalls: memo });
    expect(isOffered(team.get('template', email))).toBe(false);
  });

  it('leaves its code on entries when it is deleted, and is not logged with any more', () => {
    const team = world(start);
    const log = logMail(20, [bob], ['message-id:a']);
    team.run(log);
    team.run(saveSetup(21, { what: 'delete-template', code: email, instead: memo }));
    expect(team.get('entry', entryOf(log)).templateCode).toBe(email);
    expect(team.run(logMail(22, [bob], ['message-id:b']))).toMatchObject({ code: 'template-not-found' });
  });

  it('can be had again under its code', () => {
    const team = world(start);
    team.run(saveSetup(20, { what: 'delete-template', code: memo, instead: null }));
    team.run(saveSetup(21, saveTemplate({ id: memo })));
    expect(isOffered(team.get('template', memo))).toBe(true);
  });
});

it('does not set up an action with a template that is gone', () => {
  const team = world(start);
  team.run(saveSetup(20, { what: 'delete-template', code: memo, instead: null }));
  const change: Change = { what: 'template-setup', setup: { ...actions, meetings: memo } };
  expect(team.run(saveSetup(21, change))).toMatchObject({ code: 'template-not-found', detail: { field: 'meetings' } });
});

describe('a campaign', () => {
  it('is made and deleted, and templates may belong to it meanwhile', () => {
    const team = world(start);
    team.run(saveSetup(20, campaign('2026-11-01', '2026-11-30')));
    expect(team.run(saveSetup(21, saveTemplate({ campaignCode: fair }))).outcome).toBe('done');
    team.run(saveSetup(22, { what: 'delete-campaign', code: fair }));
    expect(isOffered(team.get('campaign', fair))).toBe(false);
    expect(team.get('template', email).campaignCode).toBe(fair);
  });

  it('does not end before it starts; either day may be open', () => {
    const team = world(start);
    expect(team.run(saveSetup(20, campaign('2026-11-30', '2026-11-01')))).toMatchObject({ code: 'ends-before-start' });
    expect(team.run(saveSetup(21, campaign(null, '2026-11-01'))).outcome).toBe('done');
  });
});
