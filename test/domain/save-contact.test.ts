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
  team.run(saveContact(20, bob.id, { name: 'Robert', email: 'rob@example.com' as EmailAddress }));
  expect(team.get('contact', bob.id)).toMatchObject({ name: 'Robert', phones: ['1'], companyId: company.id });
});

it('can take a value away', () => {
  const team = world(start);
  team.run(saveContact(20, bob.id, { companyId: null, phones: [] }));
  expect(team.get('contact', bob.id)).toMatchObject({ companyId: null, phones: [] });
});

it('does not take a person for a company, a contact for its own company, nor gives a company one', () => {
  const cleo = contact(2);
  const team = world([...start, cleo]);
  const code = 'company-is-no-company';
  expect(team.run(saveContact(20, bob.id, { companyId: cleo.id }))).toMatchObject({ code });
  expect(team.run(saveContact(21, company.id, { companyId: company.id }))).toMatchObject({ code });
});

it('is refused for a contact that was deleted, and waits on a device that lacks it', () => {
  const team = world(start);
  team.run(deleteContact(20, bob.id));
  expect(team.run(saveContact(21, bob.id, { name: 'Rob' }))).toMatchObject({ code: 'contact-not-found' });
  expect(decide(saveContact(21, bob.id, { name: 'Rob' }), knownFrom([]), onDevice(anna)).outcome).toBe('ask-server');
});
