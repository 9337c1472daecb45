import { describe, expect, it } from 'vitest';
import { contact, logMail, mika, salesperson, template } from '../support/domain-samples.ts';
import { world } from '../support/domain-world.ts';
import {
  deleteContact,
  entryOf,
  finish,
  followUp,
  merge,
  postpone,
  saveContact,
  separate,
} from '../support/new-command-samples.ts';

const company = contact(9, { type: 'company' });
const other = contact(8, { type: 'company' });
const [bob, robert, third] = [contact(1, { companyId: company.id }), contact(2), contact(3)];
const rows = [bob, robert, third, company, other, template(), salesperson];
const blocked = <C extends typeof bob>(one: C): C => ({ ...one, privacyBlocked: true });
const refusedAsBlocked = { outcome: 'refused', code: 'contact-blocked' };

describe('a privacy block', () => {
  it('of a contact holds for the one it is merged into, and stays when the merge is taken back', () => {
    const team = world([...rows, blocked(robert)]);
    team.run(merge(20, robert.id, bob.id));
    expect(team.run(logMail(21, [bob], ['message-id:a']))).toMatchObject(refusedAsBlocked);
    team.run(separate(22, robert.id, bob.id));
    expect(team.run(logMail(23, [bob], ['message-id:a']))).toMatchObject(refusedAsBlocked);
    team.run(saveContact(24, team.get('contact', bob.id), { privacyBlocked: false }), { ...mika, role: 'manager' });
    expect(team.run(logMail(25, [bob], ['message-id:a'])).outcome).toBe('done');
  });

  it('holds for what was merged into a blocked contact, over several merges, as an old device still names it', () => {
    const team = world(rows);
    const kept = postpone(19, [robert]);
    team.run(kept);
    team.run(merge(20, robert.id, third.id));
    team.run(merge(21, third.id, bob.id));
    team.run(saveContact(22, team.get('contact', bob.id), { privacyBlocked: true }));
    expect(team.run(logMail(23, [robert], ['message-id:a']))).toMatchObject(refusedAsBlocked);
    expect(team.run(finish(24, kept))).toMatchObject(refusedAsBlocked);
    expect(team.run(followUp(25, robert))).toMatchObject(refusedAsBlocked);
  });

  it('of a company holds for interactions and follow-ups with its people, whatever company an old device names', () => {
    const team = world([...rows, blocked(company)]);
    for (const one of [bob, { ...bob, companyId: null }, { ...bob, companyId: other.id }]) {
      expect(team.run(logMail(20, [one], ['message-id:a']))).toMatchObject(refusedAsBlocked);
      expect(team.run(followUp(21, one))).toMatchObject(refusedAsBlocked);
    }
  });

  it('of a company holds for the people of one that was merged into it', () => {
    const team = world([...rows, blocked(other)]);
    team.run(merge(20, company.id, other.id));
    expect(team.run(logMail(21, [bob], ['message-id:a']))).toMatchObject(refusedAsBlocked);
  });

  it('is set by anybody and lifted by managers and admins only', () => {
    const team = world(rows);
    expect(team.run(saveContact(20, bob, { privacyBlocked: true }), mika).outcome).toBe('done');
    const lift = saveContact(21, team.get('contact', bob.id), { privacyBlocked: false });
    expect(team.run(lift, mika)).toMatchObject({
      code: 'not-allowed',
      detail: { field: 'privacyBlocked', id: bob.id },
    });
    expect(team.run(lift, { ...mika, role: 'manager' }).outcome).toBe('done');
    expect(team.run(saveContact(22, bob, { privacyBlocked: false, name: 'Bob O' }), mika).outcome).toBe('done');
  });

  it('is not lifted by who changes something else and did not see it', () => {
    const team = world(rows);
    team.run(saveContact(20, bob, { privacyBlocked: true }), mika);
    expect(team.run(saveContact(21, bob, { privacyBlocked: false, name: 'Bob O' }), mika).outcome).toBe('done');
    expect(team.get('contact', bob.id)).toMatchObject({ name: 'Bob O', privacyBlocked: true });
  });
});

describe('a company that was deleted', () => {
  it('is no company of what is logged afterwards with its people, and takes in nobody', () => {
    const team = world(rows);
    const before = logMail(20, [bob], ['message-id:a']);
    team.run(before);
    const kept = postpone(21, [bob]);
    team.run(kept);
    team.run(deleteContact(22, company.id));
    const after = logMail(23, [bob], ['message-id:b']);
    for (const command of [after, finish(24, kept), followUp(25, bob)]) expect(team.run(command).outcome).toBe('done');
    expect(team.get('entry', entryOf(before)).companyId).toBe(company.id);
    expect(team.get('entry', entryOf(after)).companyId).toBeNull();
    expect(team.get('entry', entryOf(kept)).companyId).toBeNull();
    expect(team.all('follow-up')).toMatchObject([{ companyId: null }]);
    expect(team.run(saveContact(26, robert, { companyId: company.id }))).toMatchObject({ code: 'contact-not-found' });
  });

  it('is not where the history of its deleted people is read', () => {
    const team = world(rows);
    team.run(deleteContact(20, company.id));
    team.run(deleteContact(21, bob.id));
    expect(team.get('contact', bob.id)).toMatchObject({ deleted: true, mergedInto: null });
  });
});
