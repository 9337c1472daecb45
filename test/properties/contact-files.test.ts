import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromCell, toCell } from '../../src/domain/formula-safe.ts';
import { guessMapping } from '../../src/pane/contacts/files/columns.ts';
import { type ExportHeadings, exportCsv } from '../../src/pane/contacts/files/export-csv.ts';
import { exportVcards } from '../../src/pane/contacts/files/export-vcards.ts';
import { readCsv } from '../../src/pane/contacts/files/read-csv.ts';
import { readVcards } from '../../src/pane/contacts/files/read-vcards.ts';
import { contactTextsEn } from '../../src/pane/contacts/texts/en.ts';
import { contactTextsFi } from '../../src/pane/contacts/texts/fi.ts';
import { atOnce, comparable, contactLists, importInto, rawsOf } from '../support/contact-files.ts';

const bounded = { numRuns: 150, seed: 20_261_123 };
const languages: [string, ExportHeadings, ',' | ';'][] = [
  ['English', contactTextsEn.exported, ','],
  ['Finnish', contactTextsFi.exported, ';'],
];

describe.each(languages)('contacts that are exported with %s headings', (_language, headings, delimiter) => {
  it('are the same contacts when they are imported elsewhere', async () => {
    await fc.assert(
      fc.asyncProperty(contactLists, async (contacts) => {
        const csv = await exportCsv(contacts, headings, delimiter, atOnce);
        const { contacts: imported, progress } = await importInto([], await rawsOf(csv));
        expect(progress.notTaken).toEqual([]);
        expect(comparable(imported)).toEqual(comparable(contacts));
      }),
      bounded,
    );
  });

  it('add nothing where they are already', async () => {
    await fc.assert(
      fc.asyncProperty(contactLists, async (contacts) => {
        const csv = await exportCsv(contacts, headings, delimiter, atOnce);
        const { commands, progress } = await importInto(contacts, await rawsOf(csv));
        expect(commands).toEqual([]);
        expect(progress.notTaken.map(({ why }) => why)).toEqual(contacts.map(() => 'already-here'));
      }),
      bounded,
    );
  });

  it('have no cell that a spreadsheet would run', async () => {
    await fc.assert(
      fc.asyncProperty(contactLists, async (contacts) => {
        const rows = await readCsv(await exportCsv(contacts, headings, delimiter, atOnce), atOnce);
        for (const { cells } of rows) for (const cell of cells) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
      }),
      bounded,
    );
  });

  it('have headings that are known again', async () => {
    const [head] = await readCsv(await exportCsv([], headings, delimiter, atOnce), atOnce);
    expect(guessMapping(head?.cells ?? [])).toEqual([
      'type',
      'name',
      'company',
      'email',
      'other-email',
      'phone',
      'domain',
      'salesperson',
      'correspondence',
      'language',
      'privacy',
    ]);
  });
});

describe('contacts that are exported as vCard', () => {
  it('are the same contacts when they are imported elsewhere', async () => {
    await fc.assert(
      fc.asyncProperty(contactLists, async (contacts) => {
        const cards = await readVcards(await exportVcards(contacts, atOnce), atOnce);
        const { contacts: imported, progress } = await importInto([], cards);
        expect(progress.notTaken).toEqual([]);
        expect(comparable(imported)).toEqual(comparable(contacts));
      }),
      bounded,
    );
  });
});

describe('a cell', () => {
  it('never begins a formula, and is read back as it was', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom('', '=', '+', '-', '@', '\t', '\r', "'", "'="), (text, start) => {
        const whole = start + text;
        expect(toCell(whole)).not.toMatch(/^[=+\-@\t\r]/);
        expect(fromCell(toCell(whole))).toBe(whole);
      }),
      bounded,
    );
  });
});
