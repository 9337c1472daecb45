import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { CampaignFields } from '../../src/domain/campaign.ts';
import type { Translated } from '../../src/domain/choices.ts';
import { Command } from '../../src/domain/commands/command.ts';
import type { SaveSetup } from '../../src/domain/commands/save-setup.ts';
import type { EmailAddress } from '../../src/domain/email-address.ts';
import type { CampaignCode, GroupCode, SalespersonCode, TemplateCode } from '../../src/domain/ids.ts';
import { isOffered } from '../../src/domain/offered.ts';
import type { Row } from '../../src/domain/row.ts';
import type { SalespersonFields } from '../../src/domain/salesperson.ts';
import type { Day } from '../../src/domain/time.ts';
import { anna, contact, logMail, mika, salesperson, template } from '../support/domain-samples.ts';
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

/** Changes the template that everybody saw first; `saw` null: one that is made. */
function saveTemplate(over: object, saw: object | null = {}): Change {
  const { kind: _kind, rev: _rev, deleted: _deleted, ...fields } = template();
  const { id: _id, ...seen } = { ...fields, ...saw };
  return { what: 'template', template: { ...fields, ...over }, saw: saw && seen };
}
const campaign = (startsOn: string | null, endsOn: string | null, saw: CampaignFields | null = null): Change => ({
  what: 'campaign',
  code: fair,
  fields: { description: 'Fair in Turku', startsOn: startsOn as Day | null, endsOn: endsOn as Day | null },
  saw,
});
const group = (code: GroupCode, description: Translated, saw: Translated | null = null): Change => ({
  what: 'group',
  code,
  description,
  saw: saw && { description: saw },
});
const automatic = (setup: typeof actions | object, saw: object = {}): Change => ({
  what: 'template-setup',
  setup: { ...actions, ...setup },
  saw: { ...actions, ...saw },
});

it('is for admins only', () => {
  const change = group('TRADE' as GroupCode, { en: 'Trade' });
  for (const role of ['salesperson', 'manager'] as const)
    expect(world(start).run(saveSetup(20, change), { ...mika, role })).toMatchObject({ code: 'not-allowed' });
});

describe('a group', () => {
  it('is made, and renamed in its place', () => {
    const team = world(start);
    const code = 'TRADE' as GroupCode;
    team.run(saveSetup(20, group(code, { en: 'Trade' })));
    const { rev } = team.get('group', code);
    expect(team.run(saveSetup(21, group(code, { en: 'Fairs' }, { en: 'Trade' })))).toMatchObject({
      changes: [{ rev }],
    });
    expect(team.get('group', code).description).toEqual({ en: 'Fairs' });
  });

  it('needs a text in some language', () => {
    const change = group(system, { en: ' ' }, { en: 'System' });
    expect(v.safeParse(Command, saveSetup(20, change)).success).toBe(false);
  });

  it('is deleted only when no template is left in it, and templates find it no more', () => {
    const team = world(start);
    expect(team.run(saveSetup(20, { what: 'delete-group', code: system }))).toMatchObject({ code: 'group-in-use' });
    team.run(saveSetup(21, automatic({ emails: null, outgoingCalls: null })));
    for (const code of [email, memo]) team.run(saveSetup(22, { what: 'delete-template', code, instead: null }));
    expect(team.run(saveSetup(23, { what: 'delete-group', code: system })).outcome).toBe('done');
    expect(team.run(saveSetup(24, saveTemplate({}, null)))).toMatchObject({ code: 'group-not-found' });
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
    team.run(saveSetup(21, saveTemplate({ id: memo }, null)));
    expect(isOffered(team.get('template', memo))).toBe(true);
  });
});

it('does not set up an action with a template that is gone', () => {
  const team = world(start);
  team.run(saveSetup(20, { what: 'delete-template', code: memo, instead: null }));
  const change = automatic({ meetings: memo });
  expect(team.run(saveSetup(21, change))).toMatchObject({ code: 'template-not-found', detail: { field: 'meetings' } });
});

describe('a campaign', () => {
  it('is made and deleted, and templates may belong to it meanwhile', () => {
    const team = world(start);
    team.run(saveSetup(20, campaign('2026-11-01', '2026-11-30')));
    expect(team.run(saveSetup(21, saveTemplate({ campaignCode: fair }))).outcome).toBe('done');
    expect(team.run(saveSetup(22, { what: 'delete-campaign', code: fair }))).toMatchObject({
      code: 'campaign-in-use',
      detail: { id: fair },
    });
    team.run(saveSetup(23, saveTemplate({ campaignCode: null }, { campaignCode: fair })));
    team.run(saveSetup(24, { what: 'delete-campaign', code: fair }));
    expect(isOffered(team.get('campaign', fair))).toBe(false);
  });

  it('is deleted when only templates set it that are deleted themselves', () => {
    const team = world(start);
    team.run(saveSetup(20, campaign(null, null)));
    team.run(saveSetup(21, saveTemplate({ id: memo, campaignCode: fair })));
    team.run(saveSetup(22, { what: 'delete-template', code: memo, instead: null }));
    expect(team.run(saveSetup(23, { what: 'delete-campaign', code: fair })).outcome).toBe('done');
  });

  it('does not end before it starts; either day may be open', () => {
    const team = world(start);
    expect(team.run(saveSetup(20, campaign('2026-11-30', '2026-11-01')))).toMatchObject({ code: 'ends-before-start' });
    expect(team.run(saveSetup(21, campaign(null, '2026-11-01'))).outcome).toBe('done');
  });
});

describe('a salesperson', () => {
  const code = 'VU' as SalespersonCode;
  const fields = { name: 'Ville Uusi', email: 'ville@aurinko.example' as EmailAddress };
  const ville = (over: Partial<SalespersonFields> = {}, saw: SalespersonFields | null = null): Change => ({
    what: 'salesperson',
    code,
    fields: { ...fields, ...over },
    saw,
  });

  it('is made, changed in its place, and logged as', () => {
    const team = world(start);
    expect(team.run(logMail(20, [bob], ['message-id:a'], { salespersonCode: code }))).toMatchObject({
      code: 'salesperson-not-found',
      detail: { field: 'salespersonCode' },
    });
    team.run(saveSetup(21, ville()));
    expect(team.run(saveSetup(22, ville({ name: 'Ville Vanha' }))).outcome).toBe('refused');
    team.run(saveSetup(23, ville({ name: 'Ville Vanha' }, fields)));
    expect(team.get('salesperson', code)).toMatchObject({ name: 'Ville Vanha', email: fields.email, deleted: false });
    expect(team.run(logMail(24, [bob], ['message-id:a'], { salespersonCode: code })).outcome).toBe('done');
  });

  it('has a name, and an address that is one', () => {
    for (const over of [{ name: ' ' }, { email: 'ville' as EmailAddress }])
      expect(v.safeParse(Command, saveSetup(20, ville(over))).success).toBe(false);
    expect(v.safeParse(Command, saveSetup(20, ville({ email: '' }))).success).toBe(true);
  });

  it('leaves its code on entries when it is deleted, and nothing is logged for it any more', () => {
    const team = world(start);
    team.run(saveSetup(20, ville()));
    const log = logMail(21, [bob], ['message-id:a'], { salespersonCode: code });
    team.run(log);
    team.run(saveSetup(22, { what: 'delete-salesperson', code }));
    expect(team.get('entry', entryOf(log)).salespersonCode).toBe(code);
    const another = logMail(23, [bob], ['message-id:b'], { salespersonCode: code });
    expect(team.run(another)).toMatchObject({ code: 'salesperson-not-found' });
    team.run(saveSetup(24, ville()));
    expect(team.run(another).outcome).toBe('done');
  });

  it('is not deleted by the admin who is signed in as it', () => {
    const own = saveSetup(20, { what: 'delete-salesperson', code: salesperson.id });
    expect(world(start).run(own)).toMatchObject({ code: 'own-salesperson' });
    expect(world(start).run(own, { ...anna, salespersonCode: code }).outcome).toBe('done');
  });
});

describe('two admins who change one row', () => {
  it('of different fields are both followed', () => {
    const team = world(start);
    team.run(saveSetup(20, saveTemplate({ unitCost: 12 })));
    expect(team.run(saveSetup(21, saveTemplate({ unitDuration: 30 }))).outcome).toBe('done');
    expect(team.get('template', email)).toMatchObject({ unitCost: 12, unitDuration: 30 });
    team.run(saveSetup(22, automatic({ meetings: memo })));
    team.run(saveSetup(23, automatic({ emails: null })));
    expect(team.get('template-setup', 'template-setup')).toMatchObject({ meetings: memo, emails: null });
  });

  it('of one field to different values: the second is refused with that field; to one value, not', () => {
    const team = world(start);
    team.run(saveSetup(20, saveTemplate({ unitCost: 12 })));
    expect(team.run(saveSetup(21, saveTemplate({ unitCost: 14 })))).toMatchObject({
      code: 'changed-meanwhile',
      detail: { id: email, field: 'unitCost' },
    });
    expect(team.run(saveSetup(22, saveTemplate({ unitCost: 12 }))).outcome).toBe('done');
    expect(team.run(saveSetup(23, saveTemplate({ unitCost: 14 }, { unitCost: 12 }))).outcome).toBe('done');
  });

  it('make one code: the same row is one row, another one is refused', () => {
    const team = world(start);
    const code = 'TRADE' as GroupCode;
    team.run(saveSetup(20, group(code, { en: 'Trade' })));
    expect(team.run(saveSetup(21, group(code, { en: 'Trade' }))).outcome).toBe('done');
    expect(team.run(saveSetup(22, group(code, { en: 'Fairs' })))).toMatchObject({ code: 'changed-meanwhile' });
  });

  it('where one deletes what the other changes: the change is refused, and made knowingly it makes it again', () => {
    const team = world(start);
    team.run(saveSetup(20, { what: 'delete-template', code: memo, instead: null }));
    expect(team.run(saveSetup(21, saveTemplate({ id: memo, unitCost: 3 })))).toMatchObject({
      code: 'changed-meanwhile',
      detail: { field: 'code' },
    });
    expect(team.run(saveSetup(22, saveTemplate({ id: memo, unitCost: 3 }, null))).outcome).toBe('done');
  });

  it('keep what they agree on valid: a language that loses its text by the other one’s change is refused', () => {
    const team = world(start);
    const both = { en: 'Mail', fi: 'Posti' };
    team.run(saveSetup(20, saveTemplate({ description: both })));
    team.run(saveSetup(21, saveTemplate({ description: { en: 'Mail' } }, { description: both })));
    expect(
      team.run(saveSetup(22, saveTemplate({ description: both, language: 'fi' }, { description: both }))),
    ).toMatchObject({ code: 'language-missing' });
  });
});
