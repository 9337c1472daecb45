import { fold } from '../../../domain/text.ts';

/** What a column of a table of contacts can hold. `first-name` and `last-name` together stand for `name`. */
export const columnTargets = [
  'name',
  'first-name',
  'last-name',
  'type',
  'company',
  'email',
  'other-email',
  'phone',
  'domain',
  'salesperson',
  'correspondence',
  'language',
  'privacy',
] as const;
export type ColumnTarget = (typeof columnTargets)[number];

/** What each column is taken for; null: it is not taken over. */
export type Mapping = readonly (ColumnTarget | null)[];

// Folded headings in English, Finnish, Swedish and German. The first that fits counts, so the narrower ones come first.
const headings: readonly (readonly [ColumnTarget, RegExp])[] = [
  ['other-email', /^(other|second\w*|toinen|muu(t)?|annan|andere|weitere|zweite)\b.*(mail|posti|post)|mail.*\b[2-9]\b/],
  ['email', /mail|sahkoposti|e-?post\b|^address$/],
  ['phone', /phone|mobile|^tel\b|telefon|telefoonnummer|puhelin|matkapuh|gsm|mobil|handy|^fon\b|rufnummer/],
  ['first-name', /first ?name|given ?name|^etunim|fornamn|vorname/],
  ['last-name', /last ?name|family ?name|surname|sukunim|efternamn|nachname|familienname/],
  [
    'salesperson',
    /sales ?person|salesperson|owner|account manager|myyja|saljare|kontaktansvarig|verkaufer|vertriebler|betreuer/,
  ],
  ['correspondence', /correspondence|yhteydenpi|korrespondens|korrespondenz/],
  ['privacy', /privacy|blocked|tietosuoja|estetty|sekretess|integritet|datenschutz|gesperrt/],
  ['language', /language|^lang\b|kieli|sprak|sprache/],
  ['domain', /domain|verkkotunnus|web|url|www|homepage|kotisivu|hemsida|doman/],
  ['company', /company|organi[sz]ation|^org\b|account name|yritys|yhtio|organisaatio|foretag|firma|unternehmen|bolag/],
  ['type', /^(contact )?type$|^tyyppi$|^kontaktin tyyppi$|^typ$|^kind$|^laji$/],
  ['name', /^(full |display |contact )?name$|^nimi$|^koko nimi$|^kontakti(n nimi)?$|^namn$|^name\b|^kontakt$/],
];

// Several columns can hold more of these; of the others the first counts.
const repeatable: readonly ColumnTarget[] = ['other-email', 'phone', 'domain'];

/** What the columns probably hold, by their headings. A second column of addresses is taken for other addresses. */
export function guessMapping(row: readonly string[]): Mapping {
  const taken = new Set<ColumnTarget>();
  return row.map((heading) => {
    const folded = fold(heading).replace(/[_.]+/g, ' ').trim();
    const found = headings.find(([, pattern]) => pattern.test(folded))?.[0];
    const target = found === 'email' && taken.has('email') ? 'other-email' : found;
    if (target === undefined || (taken.has(target) && !repeatable.includes(target))) return null;
    taken.add(target);
    return target;
  });
}

/** Whether the first row is headings: some column is known by it, and nothing in it is an address. */
export function looksLikeHeadings(row: readonly string[]): boolean {
  return !row.some((cell) => cell.includes('@')) && guessMapping(row).some((target) => target !== null);
}

/** Whether an earlier column is taken for the same thing, of which a contact has but one: the column only fills in. */
export function fillsIn(mapping: Mapping, at: number): boolean {
  const target = mapping[at];
  const isSingle = target !== null && target !== undefined && target !== 'email' && !repeatable.includes(target);
  return isSingle && mapping.indexOf(target) < at;
}

/** Whether contacts can be made of it: something must give a name. */
export function givesNames(mapping: Mapping): boolean {
  return mapping.some((target) => target !== null && ['name', 'first-name', 'last-name', 'company'].includes(target));
}
