import { expect, it } from 'vitest';
import type { EmailAddress } from '../../src/domain/email-address.ts';
import { createContact } from '../support/command-samples.ts';
import { contact, id, logMail, salesperson, template } from '../support/domain-samples.ts';
import { world } from '../support/domain-world.ts';
import { closeFollowUp, deleteContact, entryOf, followUp, separate } from '../support/new-command-samples.ts';

const company = contact(9, { type: 'company' });
const bob = contact(1, { companyId: company.id, email: 'bob@example.com' as EmailAddress });
const start = [bob, company, template(), salesperson];

it("reads a person's history at the company from then on, and keeps the entries", () => {
  const team = world(start);
  const log = logMail(20, [bob], ['message-id:a']);
  team.run(log);
  team.run(deleteContact(21, bob.id));
  expect(team.get('contact', bob.id)).toMatchObject({ deleted: true, mergedInto: company.id });
  expect(team.get('entry', entryOf(log))).toMatchObject({ contactId: bob.id, canceled: [] });
});

it('can not be undone by taking a merge back', () => {
  const team = world(start);
  team.run(deleteContact(20, bob.id));
  expect(team.run(separate(21, bob.id, company.id))).toMatchObject({ changes: [] });
});

it("leaves a company's entries as they are", () => {
  const team = world(start);
  const log = logMail(20, [company], ['message-id:a']);
  team.run(log);
  team.run(deleteContact(21, company.id));
  expect(team.get('contact', company.id)).toMatchObject({ deleted: true, mergedInto: null });
  expect(team.get('entry', entryOf(log)).contactId).toBe(company.id);
});

it('is refused while a follow-up is open', () => {
  const team = world(start);
  const open = followUp(20, bob);
  team.run(open);
  expect(team.run(deleteContact(21, bob.id))).toMatchObject({ outcome: 'refused', code: 'has-follow-ups' });
  team.run(closeFollowUp(22, open));
  expect(team.run(deleteContact(23, bob.id)).outcome).toBe('done');
});

it('leaves nothing to log with, and lets a new contact have the address', () => {
  const team = world(start);
  team.run(deleteContact(20, bob.id));
  expect(team.run(logMail(21, [bob], ['message-id:a']))).toMatchObject({ code: 'contact-not-found' });
  const again = createContact(22, id(50), { email: bob.email });
  expect(team.run(again)).toMatchObject({ outcome: 'done', aliases: [] });
});

it('is no error for one that is deleted already', () => {
  const team = world(start);
  team.run(deleteContact(20, bob.id));
  expect(team.run(deleteContact(21, bob.id))).toMatchObject({ outcome: 'done', changes: [] });
});
