import { addressesOf } from './addresses-of.ts';
import type { Contact, ContactFields } from './contact.ts';
import { isOffered } from './offered.ts';
import { fold } from './text.ts';

/** Why two contacts may be the same: an address, a number, the name, or (companies) a name or domain that is nearly it. */
export type DuplicateReason = 'address' | 'phone' | 'name' | 'company';

export interface LikelyDuplicate {
  contact: Contact;
  why: DuplicateReason;
}

type Identity = Pick<ContactFields, 'type' | 'name' | 'email' | 'otherEmails' | 'phones' | 'domains'>;

/** Contacts that may be the same as another one. Holds what was added; asking costs the same however many they are. */
export interface DuplicateIndex {
  add(contact: Contact): void;
  /** Takes out what was added. */
  remove(contact: Contact): void;
  /** At most `limit`, the surest first, each once with its surest reason; never the contact `except`. */
  find(fields: Identity, limit: number, except?: string): LikelyDuplicate[];
}

const sureness: readonly DuplicateReason[] = ['address', 'phone', 'company', 'name'];

export function createDuplicateIndex(): DuplicateIndex {
  const held = new Map<string, Contact[]>();
  return {
    add(contact) {
      if (!isOffered(contact)) return;
      for (const { key } of keysOf(contact)) {
        const there = held.get(key);
        if (there) there.push(contact);
        else held.set(key, [contact]);
      }
    },
    remove(contact) {
      for (const { key } of keysOf(contact)) {
        const others = held.get(key)?.filter(({ id }) => id !== contact.id) ?? [];
        if (others.length > 0) held.set(key, others);
        else held.delete(key);
      }
    },
    find(fields, limit, except) {
      const found = new Map<string, LikelyDuplicate>();
      const keys = keysOf(fields).sort((a, b) => sureness.indexOf(a.why) - sureness.indexOf(b.why));
      for (const { key, why } of keys)
        for (const contact of held.get(key) ?? [])
          if (contact.id !== except && !found.has(contact.id)) found.set(contact.id, { contact, why });
      return [...found.values()].slice(0, limit);
    },
  };
}

function keysOf(fields: Identity): { key: string; why: DuplicateReason }[] {
  const name = fields.type === 'person' ? wordsOf(fields.name).sort().join(' ') : '';
  const company = fields.type === 'company' ? companyCore(fields.name) : '';
  return [
    ...addressesOf(fields as ContactFields).map((address) => ({ key: `address:${address}`, why: 'address' as const })), // has what it reads
    ...fields.phones
      .map(phoneDigits)
      .filter((digits) => digits !== '')
      .map((digits) => ({ key: `phone:${digits}`, why: 'phone' as const })),
    ...(name === '' ? [] : [{ key: `name:${name}`, why: 'name' as const }]),
    ...(company === '' ? [] : [{ key: `company:${company}`, why: 'company' as const }]),
    ...(fields.type === 'company'
      ? fields.domains.map((domain) => ({ key: `domain:${domain}`, why: 'company' as const }))
      : []),
  ];
}

function wordsOf(text: string): string[] {
  return fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/**
 * The digits by which numbers are compared: the last eight, which leave out how the country and the long-distance
 * prefix are written; shorter ones whole; empty below five, where a match says nothing.
 */
export function phoneDigits(phone: string): string {
  const digits = phone.replace(/\D/g, '');
  return digits.length < 5 ? '' : digits.slice(-8);
}

const legalForms = new Set(
  'oy oyj ab abp ky tmi ay osk as asa aps ltd limited plc llc llp inc corp corporation co gmbh ag kg ohg ug mbh bv nv sa sarl srl spa'.split(
    ' ',
  ),
);

/** A company's name without legal forms, marks and the words between: `Kivi & Kumppanit Oy` is `kivi kumppanit`. */
export function companyCore(name: string): string {
  const words = wordsOf(name);
  const core = words.filter((word) => !legalForms.has(word) && !['ja', 'och', 'und', 'and'].includes(word));
  return (core.length > 0 ? core : words).join(' ');
}
