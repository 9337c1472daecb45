import { expect, it } from 'vitest';
import { decide } from '../../src/domain/commands/command.ts';
import type { EmailAddress } from '../../src/domain/email-address.ts';
import { knownFrom } from '../../src/domain/known.ts';
import { anna, contact, onDevice } from '../support/domain-samples.ts';
import { world } from '../support/domain-world.ts';
import { deleteContact, saveContact } from '../support/new-command-samples.ts';

const company = contact(9, { type: 'company' });
const bob = contact(1, { name: 'Bob', phones: ['1'], companyId: company.id });
const start = [bob, company];

it('changes what is named and leaves the rest', () => {
  const team = world(start);
  team.run(saveContact(20, bob, { name: 'Robert', email: 'rob@example.com' as EmailAddress }));
  expect(team.get('contact', bob.id)).toMatchObject({ name: 'Robert', phones: ['1'], companyId: company.id });
});

it('can take a value away', () => {
  const team = world(start);
  team.run(saveContact(20, bob, { companyId: null, phones: [] }));
  expect(team.get('contact', bob.id)).toMatchObject({ companyId: null, phones: [] });
});

it('does not take a person for a company, a contact for its own company, nor gives a company one', () => {
  const cleo = contact(2);
  const team = world([...start, cleo]);
  const code = 'company-is-no-company';
  expect(team.run(saveContact(20, bob, { companyId: cleo.id }))).toMatchObject({ code });
  expect(team.run(saveContact(21, company, { companyId: company.id }))).toMatchObject({ code });
});

it('is refused for a contact that was deleted, and waits on a device that lacks it', () => {
  const team = world(start);
  team.run(deleteContact(20, bob.id));
  expect(team.run(saveContact(21, bob, { name: 'Rob' }))).toMatchObject({ code: 'contact-not-found' });
  expect(decide(saveContact(21, bob, { name: 'Rob' }), knownFrom([]), onDevice(anna)).outcome).toBe('ask-server');
});

it('keeps what another person changed in other fields meanwhile', () => {
  const team = world(start);
  team.run(saveContact(20, bob, { phones: ['2'] }));
  expect(team.run(saveContact(21, bob, { name: 'Robert' })).outcome).toBe('done');
  expect(team.get('contact', bob.id)).toMatchObject({ name: 'Robert', phones: ['2'] });
});

it('is refused where another person changed the same field to something else, and not where to the same', () => {
  const team = world(start);
  team.run(saveContact(20, bob, { name: 'Robert', phones: ['2'] }));
  expect(team.run(saveContact(21, bob, { name: 'Bobby' }))).toMatchObject({
    code: 'changed-meanwhile',
    detail: { id: bob.id, field: 'name' },
  });
  expect(team.run(saveContact(22, bob, { name: 'Robert' })).outcome).toBe('done');
});
