import { describe, expect, it } from 'vitest';
import type { CommandId } from '../../src/domain/ids.ts';
import type { Day } from '../../src/domain/time.ts';
import { anna, contact, id, logMail, mika, noon, salesperson, template } from '../support/domain-samples.ts';
import { world } from '../support/domain-world.ts';
import { closeFollowUp, deleteContact, entryOf, followUp, reopenFollowUp } from '../support/new-command-samples.ts';

const bob = contact(1);
const start = [bob, template(), salesperson];
const save = followUp(20, bob);

describe('a follow-up', () => {
  it('is open, on the list it was put on, and says who made it and when', () => {
    const team = world(start);
    team.run(followUp(20, bob, { userId: mika.userId }), anna);
    expect(team.all('follow-up')).toMatchObject([
      { userId: mika.userId, madeBy: anna.userId, madeAt: noon, closed: null, text: 'Call back' },
    ]);
  });

  it('can be moved to another day and list by anybody, and stays made by whom it was', () => {
    const team = world(start);
    team.run(save, anna);
    const before = team.get('follow-up', save.followUpId);
    const moved = {
      ...followUp(21, bob, { due: '2026-12-01' as Day, userId: mika.userId }),
      followUpId: save.followUpId,
    };
    expect(team.run(moved, mika)).toMatchObject({ outcome: 'done', changes: [{ rev: before.rev }] });
    expect(team.get('follow-up', save.followUpId)).toMatchObject({
      due: '2026-12-01',
      userId: mika.userId,
      madeBy: anna.userId,
    });
  });

  it('that two people change keeps what each changed; of one field, the second is refused and may send it knowingly', () => {
    const team = world(start);
    team.run(save);
    const saw = save.fields;
    const change = (number: number, over: Partial<typeof saw>, seen = saw) => ({
      ...save,
      id: id<CommandId>(number),
      fields: { ...seen, ...over },
      saw: seen,
    });
    team.run(change(21, { due: '2026-12-01' as Day }), anna);
    expect(team.run(change(22, { text: 'Write a letter' }), mika).outcome).toBe('done');
    expect(team.get('follow-up', save.followUpId)).toMatchObject({ due: '2026-12-01', text: 'Write a letter' });
    expect(team.run(change(23, { due: '2026-12-24' as Day }), mika)).toMatchObject({
      outcome: 'refused',
      code: 'changed-meanwhile',
      detail: { field: 'due', id: save.followUpId },
    });
    const seen = { ...saw, due: '2026-12-01' as Day, text: 'Write a letter' };
    expect(team.run(change(24, { due: '2026-12-24' as Day }, seen), mika).outcome).toBe('done');
  });

  it('is closed with the interaction that was logged about it; closing it twice changes nothing', () => {
    const team = world(start);
    const log = logMail(21, [bob], ['message-id:a']);
    for (const command of [save, log, closeFollowUp(22, save, { entryId: entryOf(log) })]) team.run(command);
    expect(team.run(closeFollowUp(23, save, { how: 'dropped' }), mika)).toMatchObject({ changes: [] });
    expect(team.get('follow-up', save.followUpId).closed).toEqual({
      by: anna.userId,
      at: noon,
      how: 'done',
      entryId: entryOf(log),
    });
  });

  it('can not be changed once it is closed', () => {
    const team = world(start);
    for (const command of [save, closeFollowUp(21, save)]) team.run(command);
    expect(team.run({ ...save, id: id(22) })).toMatchObject({ outcome: 'refused', code: 'follow-up-closed' });
  });

  it('is not made with a contact that is unknown, blocked or deleted', () => {
    const blocked = contact(3, { privacyBlocked: true });
    const team = world([...start, blocked]);
    team.run(deleteContact(20, bob.id));
    expect(team.run(followUp(21, contact(77)))).toMatchObject({ code: 'contact-not-found' });
    expect(team.run(followUp(22, bob))).toMatchObject({ code: 'contact-not-found' });
    expect(team.run(followUp(23, blocked))).toMatchObject({ code: 'contact-blocked' });
    expect(team.run(closeFollowUp(24, save))).toMatchObject({ code: 'follow-up-not-found' });
  });
});

it('opens again when the interaction that closed it is undone, and not when it was closed by another', () => {
  const team = world(start);
  const log = logMail(21, [bob], ['message-id:a']);
  team.run(save);
  team.run(log);
  team.run(closeFollowUp(22, save, { entryId: entryOf(log) }));
  team.run(reopenFollowUp(23, save, id(0x77)));
  expect(team.get('follow-up', save.followUpId).closed).not.toBeNull();
  team.run(reopenFollowUp(24, save, entryOf(log)));
  expect(team.get('follow-up', save.followUpId)).toMatchObject({ closed: null, text: 'Call back' });
});
