import { describe, expect, it } from 'vitest';
import { decide } from '../../src/domain/commands/command.ts';
import type { CreateContact } from '../../src/domain/commands/create-contact.ts';
import type { ContactFields } from '../../src/domain/contact.ts';
import type { EmailAddress } from '../../src/domain/email-address.ts';
import { knownFrom } from '../../src/domain/known.ts';
import { anna, contact, id, noon, onDevice, onServer } from '../support/domain-samples.ts';

const nora = 'nora@fabrikam.example' as EmailAddress;

function create(number: number, over: Partial<ContactFields> = {}): CreateContact {
  const {
    kind: _kind,
    id: _id,
    rev: _rev,
    no: _no,
    mergedInto: _merged,
    deleted: _deleted,
    ...fields
  } = contact(number, { name: 'Nora Berg', ...over });
  return { id: id(number), madeAt: noon, needs: [], type: 'create-contact', contactId: id(number), fields };
}

describe('creating a contact', () => {
  it('makes the contact with what was entered', () => {
    const decision = decide(create(5, { email: nora }), knownFrom([]), onServer(anna));
    expect(decision).toMatchObject({ outcome: 'done', changes: [{ kind: 'contact', name: 'Nora Berg', email: nora }] });
  });

  it('joins the one with the same main address and only fills in what that one lacks', () => {
    const existing = contact(1, { name: 'N. Berg', email: nora, phones: ['1'] });
    const decision = decide(create(5, { email: nora, phones: ['2'] }), knownFrom([existing]), onServer(anna));
    expect(decision).toMatchObject({
      outcome: 'joined',
      aliases: [{ kind: 'contact', from: id(5), to: existing.id }],
      changes: [{ id: existing.id, name: 'N. Berg', phones: ['1', '2'] }],
    });
  });

  it('keeps a block and a correspondence type that only the second person knew', () => {
    const existing = contact(1, { email: nora });
    const block = create(5, { email: nora, privacyBlocked: true, correspondenceType: 'hard-copy' });
    expect(decide(block, knownFrom([existing]), onServer(anna))).toMatchObject({
      outcome: 'joined',
      changes: [{ id: existing.id, privacyBlocked: true, correspondenceType: 'hard-copy' }],
    });
    const free = create(6, { email: nora, correspondenceType: 'fax' });
    const other = { ...existing, privacyBlocked: true, correspondenceType: 'email' as const };
    expect(decide(free, knownFrom([other]), onServer(anna))).toMatchObject({
      changes: [{ privacyBlocked: true, correspondenceType: 'email' }],
    });
  });

  it('joins a company by its domain', () => {
    const existing = contact(1, { type: 'company', domains: ['fabrikam.example'] });
    const decision = decide(
      create(5, { type: 'company', domains: ['fabrikam.example'] }),
      knownFrom([existing]),
      onServer(anna),
    );
    expect(decision).toMatchObject({ outcome: 'joined', aliases: [{ from: id(5), to: existing.id }] });
  });

  it('does not take a person for a company with the same address', () => {
    const company = contact(1, { type: 'company', email: nora });
    expect(decide(create(5, { email: nora }), knownFrom([company]), onServer(anna)).outcome).toBe('done');
  });

  it('is refused when its company is a person, and waits for the server when the device lacks it', () => {
    const person = contact(1);
    const command = create(5, { companyId: person.id });
    expect(decide(command, knownFrom([person]), onServer(anna))).toMatchObject({ code: 'company-is-no-company' });
    expect(decide(command, knownFrom([]), onDevice(anna)).outcome).toBe('ask-server');
  });
});
