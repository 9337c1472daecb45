import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { parseEmailAddress } from '../../../src/domain/email-address.ts';
import { CommandId } from '../../../src/domain/ids.ts';
import type { Instant } from '../../../src/domain/time.ts';
import { fillsIn, guessMapping, looksLikeHeadings } from '../../../src/pane/contacts/files/columns.ts';
import { importContacts } from '../../../src/pane/contacts/files/import-contacts.ts';
import { importReport } from '../../../src/pane/contacts/files/import-report.ts';
import { createKnownContacts } from '../../../src/pane/contacts/files/known-contacts.ts';
import type { RawContact } from '../../../src/pane/contacts/files/raw-contact.ts';
import { rawFromRow } from '../../../src/pane/contacts/files/raw-from-row.ts';
import { readCsv } from '../../../src/pane/contacts/files/read-csv.ts';
import { readVcards } from '../../../src/pane/contacts/files/read-vcards.ts';
import { atOnce, contact, importInto, rawsOf, salespeople, saved } from '../../support/contact-files.ts';

describe('the columns of a table', () => {
  it.each([
    ['English', ['Full Name', 'E-mail Address', 'Mobile Phone', 'Company', 'Web Page', 'Language']],
    ['Finnish', ['Nimi', 'Sähköpostiosoite', 'Matkapuhelin', 'Yritys', 'Kotisivu', 'Kieli']],
    ['Swedish', ['Namn', 'E-post', 'Mobiltelefon', 'Företag', 'Hemsida', 'Språk']],
    ['German', ['Name', 'E-Mail-Adresse', 'Handy', 'Firma', 'Webseite', 'Sprache']],
  ])('are known by their %s headings, in any order', (_language, headings) => {
    const expected = ['name', 'email', 'phone', 'company', 'domain', 'language'];
    expect(guessMapping(headings)).toEqual(expected);
    expect(guessMapping(headings.toReversed())).toEqual(expected.toReversed());
  });

  it.each([
    ['English', ['First Name', 'Last Name', 'E-mail 1', 'E-mail 2', 'Account owner', 'Notes']],
    ['Finnish', ['Etunimi', 'Sukunimi', 'Sähköposti', 'Muu sähköposti', 'Myyjä', 'Muistiinpanot']],
    ['Swedish', ['Förnamn', 'Efternamn', 'E-post', 'Annan e-post', 'Säljare', 'Anteckningar']],
    ['German', ['Vorname', 'Nachname', 'E-Mail', 'Weitere E-Mail', 'Betreuer', 'Notizen']],
  ])('with the name in two are known by their %s headings', (_language, headings) => {
    expect(guessMapping(headings)).toEqual(['first-name', 'last-name', 'email', 'other-email', 'salesperson', null]);
  });

  it('have no headings when the first row is a contact', () => {
    expect(looksLikeHeadings(['Pekka Kivi', 'pekka.kivi@kivi.example'])).toBe(false);
    expect(looksLikeHeadings(['Nimi', 'Sähköposti'])).toBe(true);
  });
});

describe('a table of contacts', () => {
  it('is read whatever separates its cells and ends its lines, with the line that each row begins on', async () => {
    for (const [mark, end] of [
      [',', '\n'],
      [';', '\r\n'],
      ['\t', '\n'],
    ] as const) {
      const text = [`Name${mark}Phone`, `"Kivi${mark} Pekka"${mark}"1\n2"`, '', `Bob${mark}3`].join(end);
      expect(await readCsv(text, atOnce)).toEqual([
        { line: 1, cells: ['Name', 'Phone'] },
        { line: 2, cells: [`Kivi${mark} Pekka`, '1\n2'] },
        { line: 5, cells: ['Bob', '3'] },
      ]);
    }
  });

  it.each([
    ['that is not closed', 'Ida,"ida@uusi.example'],
    ['in the middle of a value', 'Ida,"ida"@uusi.example'],
  ])('with a quote %s loses that line, which is named, and no other', async (_where, wrong) => {
    const text = `Name,E-mail\nOlli,olli@uusi.example\n${wrong}\n"Pia",pia@uusi.example\n${people(3_000)}`;
    const { progress, contacts } = await importInto([], await rawsOf(text));
    expect(progress.notTaken).toEqual([{ line: 3, name: '', why: 'unreadable', value: '' }]);
    expect(contacts.slice(0, 3).map(({ name }) => name)).toEqual(['Olli', 'Pia', 'person0']);
    expect(contacts).toHaveLength(3_002);
  });

  it('with a quote that is not closed on every line ends, and takes none of them', async () => {
    const text = `Name,E-mail\n${Array.from({ length: 300 }, (_, at) => `"p${at}`).join('\n')}`;
    const { contacts } = await importInto([], await rawsOf(text));
    expect(contacts).toEqual([]);
  });

  it('takes a second column for the same thing only where the first is empty, which is said', async () => {
    const mapping = ['name', 'company', 'company', 'phone', 'phone', null] as const;
    expect(mapping.map((_, at) => fillsIn(mapping, at))).toEqual([false, false, true, false, false, false]);
    const raw = (cells: string[]) => rawFromRow({ line: 1, cells }, mapping);
    expect(raw(['Ida', 'Uusi Oy', 'Muu Oy', '1', '2'])).toMatchObject({ companyName: 'Uusi Oy', phones: ['1', '2'] });
    expect(raw(['Ida', '', 'Muu Oy'])).toMatchObject({ companyName: 'Muu Oy' });
  });

  it('gives contacts with their companies, each company once', async () => {
    const raws = await rawsOf('Name,Company,E-mail\nIda,Uusi Oy,ida@uusi.example\nOlli,uusi oy,olli@uusi.example\n');
    const { contacts, commands, progress } = await importInto([], raws);
    expect(contacts.map(({ type, name }) => [type, name])).toEqual([
      ['company', 'Uusi Oy'],
      ['person', 'Ida'],
      ['person', 'Olli'],
    ]);
    const [company, ida, olli] = commands;
    expect([ida?.fields.companyId, olli?.fields.companyId]).toEqual([company?.contactId, company?.contactId]);
    expect(ida?.needs).toEqual([company?.id]);
    expect(progress).toMatchObject({ created: 2, companies: 1, state: 'finished' });
  });

  it('names every line that was not taken and why', async () => {
    const held = [contact({ name: 'Pekka Kivi', email: parseEmailAddress('pekka.kivi@kivi.example') ?? '' })];
    const raws = await rawsOf(
      [
        'Name,E-mail,Salesperson,Language,Correspondence,Web',
        'Ida,ida@uusi.example,Anna Korhonen,fi,E-mail,',
        'Toinen Ida,IDA@uusi.example,,,,',
        'Pekka,pekka.kivi@kivi.example,,,,',
        ',nobody@uusi.example,,,,',
        'Bad,not an address at all,,,,',
        'Owner,o@uusi.example,XX,,,',
        'Tongue,t@uusi.example,,Finnish language,,',
        'Type,y@uusi.example,,,Pigeon,',
        'Web,w@uusi.example,,,,not_a_domain',
        `${'x'.repeat(101)},x@uusi.example,,,,`,
      ].join('\n'),
    );
    const { progress, contacts } = await importInto(held, raws);
    expect(progress.notTaken.map(({ line, why }) => [line, why])).toEqual([
      [3, 'twice-in-file'],
      [4, 'already-here'],
      [5, 'no-name'],
      [6, 'bad-address'],
      [7, 'unknown-salesperson'],
      [8, 'unknown-language'],
      [9, 'unknown-correspondence'],
      [10, 'bad-domain'],
      [11, 'too-long'],
    ]);
    expect(contacts.at(-1)).toMatchObject({ name: 'Ida', salespersonCode: 'AK', correspondenceType: 'email' });
  });

  it('doubles nothing when it is imported again, also contacts without an address', async () => {
    const raws = await rawsOf(
      'Name,Company,E-mail\nIda,Uusi Oy,ida@uusi.example\nOlli,Uusi Oy,\nUusi Oy,,\nOlli,Muu Oy,\n',
    );
    const first = await importInto([], raws);
    const second = await importInto(first.contacts, raws);
    expect(second.commands).toEqual([]);
    expect(second.progress.notTaken).toHaveLength(4);
  });

  it('that is stopped keeps what was made, and goes on where it stopped when it is imported again', async () => {
    const raws = await rawsOf(`Name,E-mail\n${people(1_200)}`);
    const stopping = new AbortController();
    const made: string[] = [];
    const progress = await importContacts(raws, {
      ...surroundings,
      known: createKnownContacts(),
      keep: async (commands) => {
        made.push(...commands.map(({ fields }) => fields.name));
        stopping.abort();
        return commands.map(() => saved);
      },
      breathe: () => {
        stopping.signal.throwIfAborted();
        return undefined;
      },
      signal: stopping.signal,
    });
    expect(progress).toMatchObject({ state: 'stopped', created: made.length, total: 1_200 });
    expect(made.length).toBeLessThan(1_200);
    const held = made.map((name) => contact({ name, email: parseEmailAddress(`${name}@a.example`) ?? '' }));
    expect((await importInto(held, raws)).progress.created).toBe(1_200 - made.length);
  });

  it('ends when the device can keep nothing more, and names the lines that were not kept', async () => {
    const raws = await rawsOf(`Name,E-mail\n${people(1_200)}`);
    let kept = 0;
    const progress = await importContacts(raws, {
      ...surroundings,
      known: createKnownContacts(),
      keep: async (commands) => {
        if (kept > 0) return commands.map(() => ({ outcome: 'failed', code: 'storage-full' }) as const);
        kept = commands.length;
        return commands.map(() => saved);
      },
      breathe: atOnce,
      signal: new AbortController().signal,
    });
    expect(progress).toMatchObject({ state: 'stopped', created: kept });
    expect(new Set(progress.notTaken.map(({ why }) => why))).toEqual(new Set(['storage-full']));
    expect(progress.notTaken[0]?.line).toBe(kept + 2);
  });

  it('of 50,000 rows is read and made into contacts in small pieces', async () => {
    const text = `Name,E-mail\n${people(50_000)}`;
    let breaths = 0;
    const count = () => {
      breaths += 1;
      return undefined;
    };
    const rows = await readCsv(text, count);
    expect(rows).toHaveLength(50_001);
    expect(breaths).toBeGreaterThan(text.length / 40_000);
    const { progress, contacts } = await importInto([], await rawsOf(text));
    expect(progress).toMatchObject({ created: 50_000, notTaken: [], state: 'finished' });
    const again = await importInto(contacts, await rawsOf(text));
    expect(again.commands).toEqual([]);
  });
});

const surroundings = {
  salespeople,
  newContactId: () => contact({ name: 'x' }).id,
  envelope: (needs: CommandId[]) => ({
    id: v.parse(CommandId, contact({ name: 'x' }).id),
    madeAt: '2026-11-23T12:00:00.000Z' as Instant,
    needs,
  }),
  report: () => undefined,
};

function people(count: number): string {
  return Array.from({ length: count }, (_, at) => `person${at},person${at}@a.example`).join('\n');
}

describe('a file of cards', () => {
  it('of version 3 gives names, companies, grouped and preferred addresses', async () => {
    const card = [
      'BEGIN:VCARD',
      'VERSION:3.0',
      'N:Kivi;Pekka;;;',
      'FN:Pekka Kivi',
      'ORG:Kivi ja Kumppanit Oy;Myynti',
      'item1.EMAIL;TYPE=INTERNET:toimisto@kivi.example',
      'EMAIL;TYPE=INTERNET,PREF:pekka.kivi@kivi.example',
      'TEL;TYPE=CELL:+358 40 555 0121',
      'END:VCARD',
      '',
    ].join('\r\n');
    const [pekka] = (await readVcards(card, atOnce)) as RawContact[];
    expect(pekka).toMatchObject({
      type: 'person',
      name: 'Pekka Kivi',
      companyName: 'Kivi ja Kumppanit Oy',
      email: 'pekka.kivi@kivi.example',
      otherEmails: ['toimisto@kivi.example'],
      phones: ['+358 40 555 0121'],
    });
  });

  it('of which no address is said to be the first gives the one that is preferred most', async () => {
    const emails = ['EMAIL;PREF=3:c@uusi.example', 'EMAIL;PREF=2:b@uusi.example', 'EMAIL:a@uusi.example'];
    const card = ['BEGIN:VCARD', 'VERSION:4.0', 'FN:Ida', ...emails, 'END:VCARD'].join('\n');
    expect(await readVcards(card, atOnce)).toMatchObject([
      { email: 'b@uusi.example', otherEmails: ['c@uusi.example', 'a@uusi.example'] },
    ]);
  });

  it('of version 4 gives numbers from addresses of telephones, and organisations as companies', async () => {
    const cards = [
      'BEGIN:VCARD\nVERSION:4.0\nKIND:org\nFN:Harbour & Pine Ltd\nURL:https://www.harbourpine.example/en\nEND:VCARD',
      'BEGIN:VCARD\nVERSION:4.0\nFN:Bob\\, Ortiz\nTEL;VALUE=uri:tel:+44-7700-900142\nLANG:en\nEND:VCARD',
    ].join('\n');
    expect(await readVcards(cards, atOnce)).toMatchObject([
      { line: 1, type: 'company', name: 'Harbour & Pine Ltd', domains: ['harbourpine.example'] },
      { line: 7, type: 'person', name: 'Bob, Ortiz', phones: ['+44-7700-900142'], language: 'en' },
    ]);
  });

  it('names cards that cannot be read, of older versions and without an end, and takes the others', async () => {
    const cards = [
      'BEGIN:VCARD\nVERSION:2.1\nTEL;CELL:1\nEND:VCARD',
      'BEGIN:VCARD\nVERSION:4.0\nFN:Ida\nEND:VCARD',
      'BEGIN:VCARD\nVERSION:4.0\nFN:Cut off',
    ].join('\n');
    expect(await readVcards(cards, atOnce)).toMatchObject([
      { line: 1, unreadable: true },
      { line: 5, name: 'Ida' },
      { line: 9, unreadable: true },
    ]);
  });

  it('makes no person of a group, and reports it as one', async () => {
    const cards = [
      'BEGIN:VCARD\nVERSION:4.0\nKIND:group\nFN:Board\nMEMBER:urn:uuid:1\nEND:VCARD',
      'BEGIN:VCARD\nVERSION:3.0\nX-ADDRESSBOOKSERVER-KIND:group\nFN:Friends\nEND:VCARD',
      'BEGIN:VCARD\nVERSION:4.0\nFN:Ida\nEND:VCARD',
    ].join('\n');
    const { progress, contacts } = await importInto([], await readVcards(cards, atOnce));
    expect(contacts.map(({ name }) => name)).toEqual(['Ida']);
    expect(progress.notTaken.map(({ line, why }) => [line, why])).toEqual([
      [1, 'group'],
      [7, 'group'],
    ]);
  });
});

it('the report of what was not taken runs no formula', async () => {
  const headings = { line: 'Line', name: 'Name', why: 'Why', value: 'Value' };
  const text = await importReport(
    [{ line: 2, name: '=HYPERLINK("x")', why: 'is odd', value: '-1' }],
    headings,
    ',',
    atOnce,
  );
  expect(text).toBe('\ufeffLine,Name,Why,Value\r\n2,"\'=HYPERLINK(""x"")",is odd,\'-1\r\n');
});
