import { expect, it } from 'vitest';
import type { EmailAddress } from '../../../src/domain/email-address.ts';
import type { SalespersonCode } from '../../../src/domain/ids.ts';
import { exportVcards } from '../../../src/pane/contacts/files/export-vcards.ts';
import { readVcards } from '../../../src/pane/contacts/files/read-vcards.ts';
import { atOnce, comparable, contact, importInto } from '../../support/contact-files.ts';

const kivi = contact({
  type: 'company',
  name: 'Kivi; ja, Kumppanit',
  otherEmails: ['toimisto@kivi.example' as EmailAddress],
  phones: ['+358 1', 'vaihde; 2, 3'],
  domains: ['kivi.example'],
  salespersonCode: 'AK' as SalespersonCode,
  correspondenceType: 'email',
  language: 'fi',
  privacyBlocked: true,
});
const pekka = contact({ name: 'Pekka Kivi', companyId: kivi.id, phones: ['+358 40 1'] });

it('says each parameter of a property once', async () => {
  const text = await exportVcards([kivi, pekka], atOnce);
  const lines = text.replaceAll(/\r\n[ \t]/g, '').split('\r\n');
  expect(lines).toContain('TEL;VALUE=TEXT:+358 1');
  expect(lines).toContain('X-INTERLOG-SALESPERSON;VALUE=TEXT:AK');
  for (const line of lines) {
    const [, ...parameters] = line.replace(/:.*$/, '').split(';');
    const names = parameters.map((one) => one.replace(/=.*$/, '').toUpperCase());
    expect(new Set(names).size, line).toBe(names.length);
  }
});

it.each([
  ['as it is', (text: string) => text],
  [
    'from an earlier version, which said some twice',
    (text: string) => text.replaceAll(/;VALUE=TEXT/g, ';VALUE=text$&'),
  ],
])('gives the same contacts when the file is imported again, %s', async (_, changed) => {
  const text = changed(await exportVcards([kivi, pekka], atOnce));
  const { contacts, progress } = await importInto([], await readVcards(text, atOnce));
  expect(progress.notTaken).toEqual([]);
  expect(comparable(contacts)).toEqual(comparable([kivi, pekka]));
});
