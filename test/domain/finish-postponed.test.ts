import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { Command } from '../../src/domain/commands/command.ts';
import { isLive } from '../../src/domain/is-live.ts';
import { statisticsOf } from '../../src/domain/statistics.ts';
import type { Day, Instant } from '../../src/domain/time.ts';
import { cancel } from '../support/command-samples.ts';
import { contact, logMail, mika, salesperson, template } from '../support/domain-samples.ts';
import { world } from '../support/domain-world.ts';
import { entryOf, finish, postpone } from '../support/new-command-samples.ts';

const bob = contact(1);
const cleo = contact(2);
const start = [bob, cleo, template(), salesperson];
const later = postpone(20, [bob], { description: 'Call about the roof' });
const entryId = entryOf(later);
const nextWeek = { at: '2026-11-30T09:00:00.000Z' as Instant, day: '2026-11-30' as Day };

function postponed() {
  const team = world(start);
  team.run(later);
  return team;
}

describe('postponing', () => {
  it('keeps an entry that counts nowhere', () => {
    const team = postponed();
    const entry = team.get('entry', entryId);
    expect([entry.postponed, isLive(entry)]).toEqual([true, false]);
    expect(statisticsOf([entry]).count).toBe(0);
  });

  it('does not take the mail it was begun at: that is logged as if nothing were', () => {
    const team = world(start);
    team.run({ ...logMail(20, [bob], ['message-id:a']), postponed: true });
    expect(team.all('item')).toEqual([]);
    expect(team.run(logMail(21, [bob], ['message-id:a'])).outcome).toBe('done');
  });

  it('still requires the mandatory fields', () => {
    for (const missing of ['templateCode', 'salespersonCode', 'day', 'description'] as const) {
      const { [missing]: _, ...interaction } = later.interaction;
      expect(v.safeParse(Command, { ...later, interaction }).success).toBe(false);
    }
    expect(v.safeParse(Command, { ...later, with: [] }).success).toBe(false);
  });

  it('leaves what is checked at log time to later, such as a day ahead', () => {
    expect(world(start).run(postpone(20, [bob], nextWeek)).outcome).toBe('done');
  });
});

describe('finishing what was postponed', () => {
  it('rewrites the same entry, under its number, and it counts from now on', () => {
    const team = postponed();
    const numbered = { ...team.get('entry', entryId), entryNo: 7 };
    const again = world([...start, numbered]);
    again.run(finish(21, later, { note: 'He is interested', level: 'note' }, { perContact: { minutes: 12 } }));
    expect(again.all('entry')).toMatchObject([
      { id: entryId, entryNo: 7, postponed: false, note: 'He is interested', minutes: 12 },
    ]);
    expect(statisticsOf(again.all('entry'))).toMatchObject({ count: 1, minutes: 12 });
  });

  it('requires each mandatory field', () => {
    const whole = finish(21, later);
    for (const missing of ['templateCode', 'salespersonCode', 'day', 'description'] as const) {
      const { [missing]: _, ...interaction } = whole.interaction;
      expect(v.safeParse(Command, { ...whole, interaction }).success).toBe(false);
    }
    const { contactId: _, ...perContact } = whole.perContact;
    expect(v.safeParse(Command, { ...whole, perContact }).success).toBe(false);
    expect(v.safeParse(Command, finish(21, later, { description: '  ' })).success).toBe(false);
    expect(v.safeParse(Command, whole).success).toBe(true);
  });

  it('can leave it postponed with what was filled in meanwhile, and with another contact', () => {
    const team = postponed();
    team.run(finish(21, later, { description: 'Call' }, { perContact: { contactId: cleo.id }, postponed: true }));
    expect(team.get('entry', entryId)).toMatchObject({ postponed: true, description: 'Call', contactId: cleo.id });
  });

  it('takes away the follow-up that was planned, and one that is planned anew is the only one', () => {
    const [first] = later.with;
    if (!first) throw new Error('a sample logs with somebody');
    const planned = { due: '2026-11-30' as Day, text: 'Send the offer' };
    const another = { due: '2026-12-01' as Day, text: 'Call back' };
    const team = world(start);
    team.run({ ...later, with: [{ ...first, followUp: planned }] });
    expect(team.get('entry', entryId).followUp).toEqual(planned);
    expect(team.all('follow-up')).toEqual([]);
    team.run(finish(21, later, {}, { perContact: { followUp: another }, postponed: true }));
    expect(team.get('entry', entryId).followUp).toEqual(another);
    team.run(finish(22, later));
    expect(team.get('entry', entryId)).not.toHaveProperty('followUp');
  });

  it('is refused a second time and once canceled', () => {
    const finished = postponed();
    finished.run(finish(21, later));
    expect(finished.run(finish(22, later))).toMatchObject({ code: 'not-postponed' });
    const canceled = postponed();
    canceled.run(cancel(21, [entryId]));
    expect(canceled.run(finish(22, later))).toMatchObject({ code: 'not-postponed' });
  });

  it('checks what logging checks', () => {
    const blocked = contact(3, { privacyBlocked: true });
    const team = world([...start, blocked]);
    team.run(later);
    expect(team.run(finish(21, later, nextWeek))).toMatchObject({ code: 'time-in-future' });
    expect(team.run(finish(22, later, {}, { perContact: { contactId: blocked.id } }))).toMatchObject({
      code: 'contact-blocked',
    });
    expect(team.run(finish(23, later, { templateCode: 'GONE' as never }))).toMatchObject({
      code: 'template-not-found',
    });
  });

  it('is for whoever postponed it, and for managers', () => {
    const team = postponed();
    expect(team.run(finish(21, later), mika)).toMatchObject({ code: 'not-allowed' });
    expect(team.run(finish(22, later), { ...mika, role: 'manager' }).outcome).toBe('done');
  });
});
