import fc from 'fast-check';
import * as v from 'valibot';
import type { CreateContact } from '../../src/domain/commands/create-contact.ts';
import { Contact, type ContactFields } from '../../src/domain/contact.ts';
import { EmailAddress } from '../../src/domain/email-address.ts';
import { CommandId, ContactId, SalespersonCode } from '../../src/domain/ids.ts';
import type { Salesperson } from '../../src/domain/salesperson.ts';
import type { Instant } from '../../src/domain/time.ts';
import { guessMapping } from '../../src/pane/contacts/files/columns.ts';
import { type ImportProgress, importContacts } from '../../src/pane/contacts/files/import-contacts.ts';
import { addHeld, createKnownContacts } from '../../src/pane/contacts/files/known-contacts.ts';
import type { RawContact, UnreadablePart } from '../../src/pane/contacts/files/raw-contact.ts';
import { rawFromRow } from '../../src/pane/contacts/files/raw-from-row.ts';
import { readCsv } from '../../src/pane/contacts/files/read-csv.ts';
import type { PerformResult } from '../../src/store/local-store.ts';

export const atOnce = () => undefined;

export const saved: PerformResult = { outcome: 'saved', decided: true, joined: [] };

export const salespeople: Salesperson[] = ['AK', 'MV'].map((code) => ({
  kind: 'salesperson',
  id: v.parse(SalespersonCode, code),
  rev: 1,
  name: { AK: 'Anna Korhonen', MV: 'Mika Virtanen' }[code] ?? '',
  email: '',
  deleted: false,
}));

let last = 0;
const uuid = () => {
  last += 1;
  return `01940000-0000-7000-8000-${last.toString(16).padStart(12, '0')}`;
};

export function contact(fields: Partial<ContactFields> & { name: string }): Contact {
  return v.parse(Contact, {
    kind: 'contact',
    id: uuid(),
    rev: 1,
    no: null,
    type: 'person',
    companyId: null,
    email: '',
    otherEmails: [],
    phones: [],
    domains: [],
    salespersonCode: null,
    correspondenceType: '',
    language: '',
    privacyBlocked: false,
    mergedInto: null,
    deleted: false,
    ...fields,
  });
}

/** Imports into a device that holds `held`; gives what it would hold then, and how it ended. */
export async function importInto(
  held: readonly Contact[],
  raws: readonly (RawContact | UnreadablePart)[],
): Promise<{ contacts: Contact[]; commands: CreateContact[]; progress: ImportProgress }> {
  const known = createKnownContacts();
  await addHeld(known, held, atOnce);
  const commands: CreateContact[] = [];
  const progress = await importContacts(raws, {
    known,
    salespeople,
    newContactId: () => v.parse(ContactId, uuid()),
    envelope: (needs) => ({ id: v.parse(CommandId, uuid()), madeAt: '2026-11-23T12:00:00.000Z' as Instant, needs }),
    keep: async (more) => {
      commands.push(...more);
      return more.map(() => saved);
    },
    breathe: atOnce,
    report: () => undefined,
    signal: new AbortController().signal,
  });
  const made = commands.map(({ contactId, fields }) => ({
    ...contact({ name: fields.name }),
    ...fields,
    id: contactId,
  }));
  return { contacts: [...held, ...made], commands, progress };
}

/** A CSV file with headings as what it says of contacts. */
export async function rawsOf(csv: string): Promise<(RawContact | UnreadablePart)[]> {
  const [head, ...rows] = await readCsv(csv, atOnce);
  const mapping = guessMapping(head?.cells ?? []);
  return rows.map((row) => rawFromRow(row, mapping));
}

/** What two stores must agree on for their contacts to be the same: everything but ids. */
export function comparable(contacts: readonly Contact[]): unknown[] {
  const names = new Map(contacts.map(({ id, name }) => [id, name]));
  return contacts
    .map(({ kind, id, rev, no, companyId, ...fields }) => ({
      ...fields,
      company: companyId === null ? null : names.get(companyId),
    }))
    .sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
const key = (one: { type: string; name: string }) => `${one.type} ${one.name}`;

const text = fc
  .oneof(
    fc.string({ minLength: 1, maxLength: 30, unit: 'grapheme' }),
    fc.constantFrom('=1+1', "'=x", '-5', '+358 40 1', '@home', 'a;b', 'a,b', 'say "hi"', "''-", 'tab\there'),
  )
  // As the domain keeps a line.
  .map((raw) => raw.replace(/\p{C}/gu, '').replace(/\s+/g, ' ').trim())
  .filter((line) => line !== '' && line.length <= 60);
const label = fc.stringMatching(/^[a-z]([a-z0-9-]{0,8}[a-z0-9])?$/);
const domain = fc.tuple(label, label).map(([a, b]) => `${a}.${b}`);
const address = fc.tuple(label, domain).map(([local, at]) => v.parse(EmailAddress, `${local}@${at}`));

const common = {
  phones: fc.uniqueArray(text, { maxLength: 3 }),
  salespersonCode: fc.constantFrom(...salespeople.map(({ id }) => id), null),
  correspondenceType: fc.constantFrom('' as const, 'email' as const, 'hard-copy' as const, 'fax' as const),
  language: fc.constantFrom('', 'fi', 'sv', 'en-GB'),
  privacyBlocked: fc.boolean(),
};

/** A team's contacts: companies and people, none of whom is taken for another (`domain.md` §14.4, and names are their own). */
export const contactLists: fc.Arbitrary<Contact[]> = fc
  .record({
    companies: fc.array(
      fc.record({
        ...common,
        name: text,
        email: fc.oneof(address, fc.constant('' as const)),
        domains: fc.uniqueArray(domain, { maxLength: 2 }),
      }),
      { maxLength: 6 },
    ),
    people: fc.array(
      fc.record({
        ...common,
        name: text,
        email: fc.oneof(address, fc.constant('' as const)),
        otherEmails: fc.uniqueArray(address, { maxLength: 3 }),
        employer: fc.nat(6),
      }),
      { maxLength: 12 },
    ),
  })
  .map(({ companies, people }) => {
    const seen = new Set<string>();
    const isNew = (...keys: string[]) => {
      const fresh = keys.every((one) => !seen.has(one));
      for (const one of keys) seen.add(one);
      return fresh;
    };
    const firms = companies
      .filter(({ name, email, domains }) =>
        isNew(`company ${folded(name)}`, ...(email ? [`company ${email}`] : []), ...domains),
      )
      .map((fields) => contact({ ...fields, type: 'company' }));
    const persons = people
      .filter(({ name, email }) => isNew(`person ${folded(name)}`, ...(email ? [`person ${email}`] : [])))
      .map(({ employer, ...fields }) => contact({ ...fields, type: 'person', companyId: firms[employer]?.id ?? null }));
    return [...firms, ...persons];
  });
const folded = (name: string) =>
  name
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
