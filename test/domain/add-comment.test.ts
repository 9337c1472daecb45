import * as v from 'valibot';
import { expect, it } from 'vitest';
import { Command, decide } from '../../src/domain/commands/command.ts';
import { knownFrom } from '../../src/domain/known.ts';
import type { Instant } from '../../src/domain/time.ts';
import { cancel } from '../support/command-samples.ts';
import {
  anna,
  contact,
  id,
  logMail,
  mika,
  onDevice,
  onServer,
  salesperson,
  template,
} from '../support/domain-samples.ts';
import { world } from '../support/domain-world.ts';
import { comment, entryOf } from '../support/new-command-samples.ts';

const bob = contact(1, { companyId: id(9) });
const log = logMail(20, [bob], ['message-id:a@b']);
const start = [bob, template(), salesperson];

it('adds a dated comment by whoever writes it, found with the entry', () => {
  const team = world(start);
  team.run(log);
  team.run(comment(21, entryOf(log), 'She called back'), mika, '2026-11-23T13:00:00.000Z' as Instant);
  expect(team.all('comment')).toMatchObject([
    {
      body: 'She called back',
      userId: mika.userId,
      at: '2026-11-23T13:00:00.000Z',
      entryId: entryOf(log),
      contactId: bob.id,
      companyId: bob.companyId,
    },
  ]);
});

it('can be added to a canceled entry', () => {
  const team = world(start);
  team.run(log);
  team.run(cancel(21, [entryOf(log)]));
  expect(team.run(comment(22, entryOf(log), 'Sent to the wrong address')).outcome).toBe('done');
});

it('is no comment without words', () => {
  expect(v.safeParse(Command, comment(21, entryOf(log), ' \n ')).success).toBe(false);
});

it('is refused where there is no such entry, and waits on a device that lacks it', () => {
  const command = comment(21, entryOf(log), 'Hello');
  expect(decide(command, knownFrom(start), onServer(anna))).toMatchObject({ code: 'entry-not-found' });
  expect(decide(command, knownFrom(start), onDevice(anna)).outcome).toBe('ask-server');
});
