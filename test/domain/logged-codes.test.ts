import { describe, expect, it } from 'vitest';
import type { Command } from '../../src/domain/commands/command.ts';
import { decide } from '../../src/domain/commands/command.ts';
import type { CampaignCode, GroupCode, SalespersonCode, TemplateCode } from '../../src/domain/ids.ts';
import { knownFrom } from '../../src/domain/known.ts';
import type { Row } from '../../src/domain/row.ts';
import { anna, contact, logMail, onDevice, salesperson, template } from '../support/domain-samples.ts';
import { world } from '../support/domain-world.ts';
import { correct, entryOf, finish, postpone } from '../support/new-command-samples.ts';

const bob = contact(1);
const fair = 'FAIR' as CampaignCode;
const group = (code: string, deleted = false): Row => ({
  kind: 'group',
  id: code as GroupCode,
  rev: 1,
  description: { en: code },
  deleted,
});
const campaign = (deleted: boolean): Row => ({
  kind: 'campaign',
  id: fair,
  rev: 1,
  description: 'Fair',
  startsOn: null,
  endsOn: null,
  deleted,
});
const start: Row[] = [template(), salesperson, bob, group('SYSTEM'), group('OLD', true), campaign(false)];
const kept = postpone(10, [bob]);

type Over = Parameters<typeof logMail>[3];
const ways: [string, (over: Over) => Command, Row[]][] = [
  ['logging', (over) => logMail(20, [bob], ['message-id:a'], over), start],
  ['finishing what was postponed', (over) => finish(20, kept, over), afterPostponing()],
];

function afterPostponing(): Row[] {
  const team = world(start);
  team.run(kept);
  return [...start, team.get('entry', entryOf(kept))];
}

describe.each(ways)('%s', (_, act, rows) => {
  it.each([
    ['template-not-found', 'templateCode', { templateCode: 'NONE' as TemplateCode }],
    ['salesperson-not-found', 'salespersonCode', { salespersonCode: 'NN' as SalespersonCode }],
    ['campaign-not-found', 'campaignCode', { campaignCode: 'NONE' as CampaignCode }],
  ] as const)('is refused with the field: %s', (code, field, over) => {
    expect(world(rows).run(act(over))).toMatchObject({ outcome: 'refused', code, detail: { field } });
  });

  it('goes to a campaign that is there, and to none that was deleted', () => {
    expect(world(rows).run(act({ campaignCode: fair })).outcome).toBe('done');
    const deleted = world([...rows, campaign(true)]);
    expect(deleted.run(act({ campaignCode: fair }))).toMatchObject({ code: 'campaign-not-found' });
  });

  it('keeps the group that the person saw, though it was deleted since or the template moved to another', () => {
    const team = world(rows);
    expect(team.run(act({ groupCode: 'OLD' as GroupCode })).outcome).toBe('done');
    expect(team.all('entry').map(({ groupCode }) => groupCode)).toEqual(['OLD']);
  });

  it('takes the group of the template where the one it names never was', () => {
    const team = world(rows);
    expect(team.run(act({ groupCode: 'NONE' as GroupCode })).outcome).toBe('done');
    expect(team.all('entry').map(({ groupCode }) => groupCode)).toEqual(['SYSTEM']);
  });

  it('waits for the server where this device does not know a code', () => {
    const known = knownFrom(rows.filter(({ kind }) => kind !== 'salesperson'));
    expect(decide(act({}), known, onDevice(anna))).toEqual({ outcome: 'ask-server' });
  });
});

it('a correction of something else is taken though the campaign of the entry was deleted meanwhile', () => {
  const log = logMail(20, [bob], ['message-id:a'], { campaignCode: fair });
  const team = world(start);
  team.run(log);
  const later = world([...start, team.get('entry', entryOf(log)), campaign(true)]);
  expect(later.run(correct(21, entryOf(log), { description: 'Other', campaignCode: fair })).outcome).toBe('done');
});
