import type ICAL from 'ical.js';
import type { Breathe } from './in-slices.ts';
import { blankRaw, type RawContact, type UnreadablePart } from './raw-contact.ts';
import { hostOf } from './raw-from-row.ts';

type Component = InstanceType<typeof ICAL.Component>;
type Property = InstanceType<typeof ICAL.Property>;

/** Reads the cards of a vCard file, versions 3 and 4, a slice at a time. `most` ends it early, for a preview. */
export async function readVcards(
  text: string,
  breathe: Breathe,
  most = Number.POSITIVE_INFINITY,
): Promise<(RawContact | UnreadablePart)[]> {
  const { default: library } = await import('ical.js');
  const found: (RawContact | UnreadablePart)[] = [];
  const card = /^BEGIN:VCARD[ \t]*\r?$[\s\S]*?^END:VCARD[ \t]*\r?$/gim;
  let line = 1;
  let counted = 0;
  let end = 0;
  for (let match = card.exec(text); match !== null && found.length < most; match = card.exec(text)) {
    line += breaks(text, counted, match.index);
    counted = match.index;
    end = card.lastIndex;
    found.push(readCard(library, match[0], line));
    await breathe();
  }
  const unended = text.slice(end).search(/^BEGIN:VCARD/im);
  if (found.length < most && unended >= 0)
    found.push({ line: line + breaks(text, counted, end + unended), unreadable: true });
  return found;
}

function readCard(library: typeof ICAL, text: string, line: number): RawContact | UnreadablePart {
  try {
    const card = new library.Component(library.parse(text));
    if (card.getAllSubcomponents().length > 0) return { line, unreadable: true };
    return isGroup(card) ? { line, unreadable: 'group' } : rawOf(card, line);
  } catch {
    return { line, unreadable: true }; // ical.js throws for what is no card; the report names the line
  }
}

function rawOf(card: Component, line: number): RawContact {
  const raw = blankRaw(line);
  const [company = ''] = partsOf(card.getFirstProperty('org'));
  const [family = '', given = ''] = partsOf(card.getFirstProperty('n'));
  const emails = card.getAllProperties('email');
  const main = hasNoMain(card) ? undefined : (preferred(emails) ?? emails[0]);
  raw.name = textOf(card.getFirstProperty('fn')) || [given, family].filter(Boolean).join(' ').trim();
  raw.companyName = company;
  raw.email = textOf(main);
  raw.otherEmails = emails.filter((one) => one !== main).map(textOf);
  raw.phones = card.getAllProperties('tel').map((one) => textOf(one).replace(/^tel:/i, ''));
  raw.domains = card.getAllProperties('url').flatMap((one) => hostOf(textOf(one)));
  raw.language = textOf(card.getFirstProperty('lang')).trim();
  raw.salesperson = textOf(card.getFirstProperty('x-interlog-salesperson'));
  raw.correspondenceType = textOf(card.getFirstProperty('x-interlog-correspondence'));
  raw.privacyBlocked = textOf(card.getFirstProperty('x-interlog-privacy-blocked')) === 'yes';
  const kind = textOf(card.getFirstProperty('kind')).toLowerCase();
  const isCompany = ['org', 'organization'].includes(kind) || isOrganisationCard(card) || raw.name === '';
  if (isCompany) {
    raw.type = 'company';
    raw.name = raw.name || raw.companyName;
    raw.companyName = '';
  }
  return raw;
}

/** The one that is preferred most, if anything is said of that. */
function preferred(emails: readonly Property[]): Property | undefined {
  const said = emails.filter((one) => preference(one) > 0);
  return said.toSorted((a, b) => preference(a) - preference(b))[0];
}

/** Our own cards say it of a contact that has other addresses only. */
function hasNoMain(card: Component): boolean {
  return textOf(card.getFirstProperty('x-interlog-no-main-address')) === 'yes';
}

/** Several contacts under one name, such as a distribution list. Apple's cards of version 3 say it in their own way. */
function isGroup(card: Component): boolean {
  return ['kind', 'x-addressbookserver-kind'].some(
    (name) => textOf(card.getFirstProperty(name)).toLowerCase() === 'group',
  );
}

// Apple's cards of version 3 have no KIND.
function isOrganisationCard(card: Component): boolean {
  return textOf(card.getFirstProperty('x-abshowas')).toUpperCase() === 'COMPANY';
}

/** 1 is the main one; 0: nothing is said. Version 3 says it as a type. */
function preference(property: Property): number {
  const pref = Number(property.getFirstParameter('pref'));
  if (Number.isInteger(pref) && pref > 0) return pref;
  const types = [property.getParameter('type') ?? []].flat();
  return types.some((type) => type.toLowerCase() === 'pref') ? 1 : 0;
}

function textOf(property: Property | null | undefined): string {
  return partsOf(property).join(' ').trim();
}

/** The parts of a structured value; a part that is itself a list is joined. */
function partsOf(property: Property | null | undefined): string[] {
  const value: unknown = property?.getFirstValue() ?? '';
  return [value].flat().map((part) => String(part));
}

function breaks(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
