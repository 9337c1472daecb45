import * as v from 'valibot';
import { expect, it } from 'vitest';
import { Command, decide } from '../../src/domain/commands/command.ts';
import type { CampaignCode, SalespersonCode } from '../../src/domain/ids.ts';
import { knownFrom } from '../../src/domain/known.ts';
import type { Day, Instant } from '../../src/domain/time.ts';
import { visibleTo } from '../../src/domain/visible-to.ts';
import { cancel } from '../support/command-samples.ts';
import { anna, contact, id, logMail, mika, salesperson, template } from '../support/domain-samples.ts';
import { world } from '../support/domain-world.ts';
import { correct, entryOf, saveSetup } from '../support/new-command-samples.ts';

const bob = contact(1);
const log = logMail(20, [bob], ['message-id:a@b']);
const entryId = entryOf(log);

function logged() {
  const team = world([bob, template(), salesperson]);
  team.run(log);
  return team;
}

it('changes only what is named and keeps what was there, by whom and when', () => {
  const team = logged();
  team.run(correct(21, entryId, { description: 'Quote 2292', minutes: 5 }, { description: 'Quote 2291', minutes: 1 }));
  expect(team.get('entry', entryId)).toMatchObject({
    description: 'Quote 2292',
    minutes: 5,
    cost: 8,
    corrections: [
      { by: anna.userId, field: 'description', saw: 'Quote 2291', from: 'Quote 2291' },
      { by: anna.userId, field: 'minutes', saw: '1', from: '1' },
    ],
  });
});

it('lets the later of two corrections count and shows what its author had not seen', () => {
  const team = logged();
  const manager = { ...mika, role: 'manager' as const };
  team.run(correct(21, entryId, { description: 'First' }, { description: 'Quote 2291' }));
  team.run(correct(22, entryId, { description: 'Second' }, { description: 'Quote 2291' }), manager);
  const { description, corrections } = team.get('entry', entryId);
  expect(description).toBe('Second');
  expect(corrections.at(-1)).toMatchObject({ by: manager.userId, saw: 'Quote 2291', from: 'First' });
});

it('has nothing to do when the values are there already', () => {
  expect(logged().run(correct(21, entryId, { description: 'Quote 2291' }))).toMatchObject({ changes: [] });
});

it("is refused to a salesperson for another's entry, and allowed to a manager", () => {
  const team = logged();
  const command = correct(21, entryId, { description: 'Mine now' });
  expect(team.run(command, mika)).toMatchObject({ outcome: 'refused', code: 'not-allowed' });
  expect(team.run(command, { ...mika, role: 'manager' }).outcome).toBe('done');
});

it('applies to a canceled entry, which stays canceled', () => {
  const team = logged();
  team.run(cancel(21, [entryId]));
  team.run(correct(22, entryId, { cost: 0 }));
  expect(team.get('entry', entryId)).toMatchObject({ cost: 0, canceled: [{ commandId: id(21) }] });
});

it('can not move an interaction more than a day ahead, on the server and on a device', () => {
  const at = '2026-11-25T09:00:00.000Z' as Instant;
  const ahead = correct(21, entryId, { at, day: '2026-11-25' as Day });
  expect(logged().run(ahead)).toMatchObject({ code: 'time-in-future' });
  const here = (command: Command) =>
    decide(command, knownFrom([logged().get('entry', entryId)]), { actor: anna, receivedAt: null });
  expect(here(ahead)).toMatchObject({ code: 'time-in-future' });
  expect(here({ ...ahead, madeAt: '2026-11-24T09:00:00.000Z' as Instant }).outcome).toBe('done');
});

it('may correct all else of an interaction that lies ahead by the clock of a device', () => {
  const behind = { ...correct(21, entryId, { minutes: 5 }), madeAt: '2026-11-01T09:00:00.000Z' as Instant };
  const known = knownFrom([logged().get('entry', entryId)]);
  expect(decide(behind, known, { actor: anna, receivedAt: null }).outcome).toBe('done');
});

it('marks the answer to a campaign, and says by whom and in which language it was', () => {
  const team = world([bob, template(), salesperson, { ...salesperson, id: 'MV' as SalespersonCode }]);
  team.run(log);
  const to = { campaignTarget: true, campaignResponse: true, salespersonCode: 'MV' as SalespersonCode, language: 'fi' };
  team.run(correct(21, entryId, to));
  const { corrections, ...entry } = team.get('entry', entryId);
  expect(entry).toMatchObject(to);
  expect(corrections.map(({ field, from }) => [field, from])).toEqual([
    ['campaignTarget', 'false'],
    ['campaignResponse', 'false'],
    ['salespersonCode', log.interaction.salespersonCode],
    ['language', log.interaction.language],
  ]);
});

it('is by a salesperson who exists; one that it was by already may be gone', () => {
  const team = world([bob, template(), { ...salesperson, deleted: false }]);
  team.run(log);
  const gone = correct(21, entryId, { salespersonCode: 'NONE' as SalespersonCode });
  expect(team.run(gone)).toMatchObject({ code: 'salesperson-not-found', detail: { field: 'salespersonCode' } });
  const without = world([bob, template(), team.get('entry', entryId)]);
  const { salespersonCode } = log.interaction;
  expect(without.run(correct(22, entryId, { salespersonCode, minutes: 5 })).outcome).toBe('done');
});

it('can not change whom it was with, nor change nothing', () => {
  const other = { ...correct(21, entryId, { cost: 1 }), to: { contactId: id(2) } };
  expect(v.safeParse(Command, other).success).toBe(false);
  expect(v.safeParse(Command, correct(21, entryId, {})).success).toBe(false);
});

it('does not show a note for managers by way of its corrections', () => {
  const team = world([bob, template(), salesperson]);
  team.run(logMail(20, [bob], [], { note: 'secret', level: 'note', audience: 'managers' }));
  team.run(correct(21, entryId, { note: 'secret too', cost: 9 }));
  const seen = visibleTo(team.get('entry', entryId), mika);
  expect(JSON.stringify(seen)).not.toContain('secret');
  expect(seen.corrections.map(({ field }) => field)).toEqual(['cost']);
});

it('belongs to a campaign that exists; one that it had already may be gone', () => {
  const fair = 'FAIR' as CampaignCode;
  const campaign = {
    ...{ kind: 'campaign' as const, id: fair, rev: 1, description: 'Fair', startsOn: null, endsOn: null },
    deleted: false,
  };
  const team = world([bob, template(), salesperson, campaign]);
  team.run(log);
  const gone = correct(21, entryId, { campaignCode: 'NONE' as CampaignCode });
  expect(team.run(gone)).toMatchObject({ code: 'campaign-not-found', detail: { field: 'campaignCode' } });
  team.run(correct(22, entryId, { campaignCode: fair }));
  team.run(saveSetup(23, { what: 'delete-campaign', code: fair }));
  expect(team.run(correct(24, entryId, { campaignCode: fair, minutes: 5 })).outcome).toBe('done');
  team.run(correct(25, entryId, { campaignCode: null }));
  expect(team.run(correct(26, entryId, { campaignCode: fair }))).toMatchObject({ code: 'campaign-not-found' });
});
