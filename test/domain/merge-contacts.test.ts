import { describe, expect, it } from 'vitest';
import type { Command } from '../../src/domain/commands/command.ts';
import type { EmailAddress } from '../../src/domain/email-address.ts';
import { isLive } from '../../src/domain/is-live.ts';
import { reinstate } from '../support/command-samples.ts';
import { anna, contact, id, logMail, mika, salesperson, template } from '../support/domain-samples.ts';
import { world } from '../support/domain-world.ts';
import { deleteContact, entryOf, merge, saveContact, separate } from '../support/new-command-samples.ts';

const bob = contact(1);
const robert = contact(2);
const company = contact(9, { type: 'company' });
const start = [bob, robert, company, template(), salesperson];

describe('merging contacts', () => {
  it('points one to the other and leaves every entry where it was', () => {
    const team = world(start);
    const log = logMail(20, [robert], ['message-id:a']);
    team.run(log);
    team.run(merge(21, robert.id, bob.id));
    expect(team.get('contact', robert.id).mergedInto).toBe(bob.id);
    expect(team.get('entry', entryOf(log))).toMatchObject({ contactId: robert.id, canceled: [] });
  });

  it('joins what both have of one mail: one live entry is left and the note of the other is its comment', () => {
    const team = world(start);
    const mine = logMail(20, [bob], ['message-id:a'], { note: 'to Bob' });
    const theirs = logMail(21, [robert], ['message-id:a'], { note: 'to Robert' });
    team.run(mine, anna);
    team.run(theirs, mika);
    team.run(merge(22, robert.id, bob.id));
    expect(
      team
        .all('entry')
        .filter(isLive)
        .map((entry) => entry.id),
    ).toEqual([entryOf(mine)]);
    expect(team.get('entry', entryOf(theirs)).canceled).toMatchObject([{ via: 'joined' }]);
    expect(team.all('comment')).toMatchObject([
      { entryId: entryOf(mine), body: 'to Robert', userId: mika.userId, contactId: bob.id },
    ]);
  });

  it('joins them once when the mail was two items before', () => {
    const team = world(start);
    team.run(logMail(20, [bob, robert], ['draft:d'], { note: 'draft' }));
    team.run(logMail(21, [company], ['message-id:a']));
    team.run(logMail(22, [company], ['draft:d', 'message-id:a']));
    const decision = team.run(merge(23, robert.id, bob.id));
    const changed = decision.outcome === 'done' ? decision.changes.map(({ kind, id }) => `${kind} ${id}`) : [];
    expect(changed).toHaveLength(new Set(changed).size);
    expect(team.all('entry').filter((entry) => isLive(entry) && entry.contactId !== company.id)).toHaveLength(1);
  });

  it('can be taken back; what was joined stays so', () => {
    const team = world(start);
    for (const [number, who] of [
      [20, bob],
      [21, robert],
    ] as const)
      team.run(logMail(number, [who], ['message-id:a']));
    team.run(merge(22, robert.id, bob.id));
    team.run(separate(23, robert.id, bob.id));
    expect(team.get('contact', robert.id).mergedInto).toBeNull();
    expect(team.all('entry').filter(isLive)).toHaveLength(1);
    expect(team.run(separate(24, robert.id, bob.id))).toMatchObject({ outcome: 'done', changes: [] });
  });

  it('is refused with itself, with another type, and with one that is merged or deleted', () => {
    const team = world([...start, contact(3), contact(4)]);
    team.run(merge(20, contact(3).id, bob.id));
    team.run(deleteContact(21, contact(4).id));
    for (const into of [robert.id, company.id, contact(3).id, contact(4).id])
      expect(team.run(merge(22, robert.id, into))).toMatchObject({ outcome: 'refused', code: 'cannot-merge' });
    expect(team.run(merge(23, contact(4).id, bob.id))).toMatchObject({ code: 'cannot-merge' });
    expect(team.run(merge(24, contact(77).id, bob.id))).toMatchObject({ code: 'contact-not-found' });
  });

  it('hands over what still has to match, and gives back only that, and only if nobody made more of it', () => {
    const his = 'robert@old.example' as EmailAddress;
    const shared = 'both@old.example' as EmailAddress;
    const team = world([
      { ...bob, otherEmails: [shared], phones: ['1'] },
      { ...robert, otherEmails: [his, shared], phones: ['1', '2'] },
      company,
    ]);
    const reach = { otherEmails: [his, shared], phones: ['1', '2'], domains: [] };
    team.run(merge(20, robert.id, bob.id, reach));
    expect(team.get('contact', bob.id)).toMatchObject({ otherEmails: [shared, his], phones: ['1', '2'] });
    const merged = team.get('contact', bob.id);
    team.run(saveContact(21, merged, { email: his, otherEmails: [shared] }));
    team.run(separate(22, robert.id, bob.id));
    expect(team.get('contact', bob.id)).toMatchObject({ email: his, otherEmails: [shared], phones: ['1'] });
    expect(team.get('contact', robert.id)).toMatchObject({ otherEmails: [his, shared], mergedInto: null });
  });

  it('fills what the one that stays has nothing of, and empties that again unless somebody changed it', () => {
    const known = { companyId: company.id, salespersonCode: salesperson.id, language: 'fi' };
    const team = world([
      { ...bob, companyId: null, salespersonCode: null, language: '', correspondenceType: 'email' },
      { ...robert, ...known, correspondenceType: 'fax' },
      company,
      salesperson,
    ]);
    team.run(merge(20, robert.id, bob.id, { otherEmails: [], phones: [], domains: [] }));
    const merged = team.get('contact', bob.id);
    expect(merged).toMatchObject({ ...known, correspondenceType: 'email' });
    team.run(saveContact(21, merged, { language: 'sv' }));
    team.run(separate(22, robert.id, bob.id));
    const back = { companyId: null, salespersonCode: null, language: 'sv', correspondenceType: 'email' };
    expect(team.get('contact', bob.id)).toMatchObject(back);
    expect(team.get('contact', robert.id)).toMatchObject(known);
  });

  it('fills nothing where nothing is to be taken over', () => {
    const team = world([{ ...bob, language: '' }, { ...robert, language: 'fi' }, company]);
    team.run(merge(20, robert.id, bob.id, null));
    expect(team.get('contact', bob.id).language).toBe('');
  });

  it('joins again what was reinstated after it was taken back, also into another contact', () => {
    const team = world([...start, contact(3)]);
    const third = contact(3);
    const theirs = logMail(21, [robert], ['message-id:a'], { note: 'to Robert' });
    for (const log of [logMail(20, [bob], ['message-id:a']), theirs, logMail(22, [third], ['message-id:a'])])
      team.run(log);
    const robertsEntry = () => team.get('entry', entryOf(theirs));
    for (const [number, into] of [
      [23, bob],
      [33, third],
      [43, bob],
    ] as const) {
      expect(team.run(merge(number, robert.id, into.id)).outcome).toBe('done');
      expect(isLive(robertsEntry())).toBe(false);
      team.run(separate(number + 1, robert.id, into.id));
      const reasons = robertsEntry().canceled.map(({ commandId }) => commandId);
      team.run(reinstate(number + 2, robertsEntry().id, robertsEntry().itemId, reasons));
      expect(isLive(robertsEntry())).toBe(true);
    }
    // One for each entry that it joined.
    expect(team.all('comment').map(({ body }) => body)).toEqual(['to Robert', 'to Robert']);
    expect(new Set(team.all('comment').map(({ entryId }) => entryId)).size).toBe(2);
  });

  it('joins over several merges, in whatever order they were merged and logged', () => {
    const third = contact(3);
    const logs = [logMail(20, [bob], ['message-id:a']), logMail(21, [robert], ['message-id:a'])];
    const thirds = logMail(22, [third], ['message-id:a']);
    const liveIn = (commands: Command[]) => {
      const team = world([...start, third]);
      for (const command of commands) expect(team.run(command).outcome).not.toBe('refused');
      return team.all('entry').filter(isLive).length;
    };
    const merges = [merge(23, robert.id, bob.id), merge(24, bob.id, third.id)];
    expect(liveIn([...logs, thirds, ...merges])).toBe(1);
    expect(liveIn([logs[1]!, thirds, ...merges])).toBe(1);
    expect(liveIn([logs[1]!, ...merges, thirds])).toBe(1);
    expect(liveIn([...merges, thirds, logs[1]!])).toBe(1);
  });

  it('is not taken back by somebody who saw another merge', () => {
    const team = world([...start, contact(3)]);
    team.run(merge(20, robert.id, bob.id));
    team.run(separate(21, robert.id, bob.id));
    team.run(merge(22, robert.id, contact(3).id));
    expect(team.run(separate(23, robert.id, bob.id))).toMatchObject({ code: 'changed-meanwhile' });
    expect(team.get('contact', robert.id).mergedInto).toBe(contact(3).id);
  });

  it('is done once: again into the same is no error, into another one is refused', () => {
    const team = world([...start, contact(3)]);
    team.run(merge(20, robert.id, bob.id));
    expect(team.run(merge(21, robert.id, bob.id))).toMatchObject({ outcome: 'done', changes: [] });
    expect(team.run(merge(22, robert.id, contact(3).id))).toMatchObject({ code: 'cannot-merge' });
  });

  it('makes them one for what is logged later: neither has a second live entry of one mail', () => {
    for (const [had, logsFor] of [
      [bob, robert],
      [robert, bob],
    ] as const) {
      const team = world(start);
      const before = logMail(20, [had], ['message-id:a']);
      team.run(before);
      team.run(merge(21, robert.id, bob.id));
      expect(team.run(logMail(22, [logsFor], ['message-id:a'], { note: 'again' }), mika).outcome).toBe('joined');
      expect(team.all('entry')).toHaveLength(1);
      expect(team.all('comment')).toMatchObject([{ entryId: entryOf(before), body: 'again' }]);
    }
  });

  it('keeps what was joined from being reinstated beside the other one', () => {
    const team = world(start);
    const theirs = logMail(21, [robert], ['message-id:a']);
    for (const log of [logMail(20, [bob], ['message-id:a']), theirs]) team.run(log);
    team.run(merge(22, robert.id, bob.id));
    const { itemId } = team.get('entry', entryOf(theirs));
    expect(team.run(reinstate(23, entryOf(theirs), itemId, [id(22)]))).toMatchObject({ code: 'already-logged' });
    team.run(separate(24, robert.id, bob.id));
    expect(team.run(reinstate(25, entryOf(theirs), itemId, [id(22)])).outcome).toBe('done');
  });
});
