import { describe, expect, it } from 'vitest';
import { parseEmailAddress } from '../../src/domain/email-address.ts';
import { companyCore, createDuplicateIndex, phoneDigits } from '../../src/domain/likely-duplicates.ts';
import { contact } from '../support/contact-files.ts';

const address = (text: string) => parseEmailAddress(text) ?? '';
const pekka = contact({
  name: 'Pekka Kivi',
  email: address('pekka.kivi@kivi.example'),
  phones: ['+358 40 555 0121'],
});
const kivi = contact({ type: 'company', name: 'Kivi ja Kumppanit Oy', domains: ['kivi.example'] });
const jarvinen = contact({ type: 'company', name: 'Sähkötyö Järvinen Oy' });

function found(fields: Parameters<typeof contact>[0], except?: string) {
  const index = createDuplicateIndex();
  for (const one of [pekka, kivi, jarvinen]) index.add(one);
  return index.find(contact(fields), 5, except).map(({ contact, why }) => [contact.name, why]);
}

describe('a contact that may be there already', () => {
  it('has the same address, as its main or another one', () => {
    expect(found({ name: 'P.', email: address('pekka.kivi@kivi.example') })).toEqual([['Pekka Kivi', 'address']]);
    const other = address('pekka.kivi@kivi.example');
    expect(found({ name: 'P.', otherEmails: other === '' ? [] : [other] })).toEqual([['Pekka Kivi', 'address']]);
  });

  it('has the same number, however its country is written', () => {
    expect(found({ name: 'P.', phones: ['040 555 0121'] })).toEqual([['Pekka Kivi', 'phone']]);
    expect(found({ name: 'P.', phones: ['00358405550121'] })).toEqual([['Pekka Kivi', 'phone']]);
    expect(found({ name: 'P.', phones: ['040 555 0122'] })).toEqual([]);
  });

  it('has the same name, whatever the case, the marks and the order', () => {
    expect(found({ name: 'KIVI, Pekka' })).toEqual([['Pekka Kivi', 'name']]);
    expect(found({ name: 'Pekka Kivinen' })).toEqual([]);
  });

  it('is a company of nearly the same name, or with the same domain', () => {
    expect(found({ type: 'company', name: 'Kivi & Kumppanit Oyj' })).toEqual([['Kivi ja Kumppanit Oy', 'company']]);
    expect(found({ type: 'company', name: 'Sahkotyo Jarvinen' })).toEqual([['Sähkötyö Järvinen Oy', 'company']]);
    expect(found({ type: 'company', name: 'K&K', domains: ['kivi.example'] })).toEqual([
      ['Kivi ja Kumppanit Oy', 'company'],
    ]);
  });

  it('is named once, with the surest reason, and never the contact itself', () => {
    const same = { name: 'Pekka Kivi', email: pekka.email, phones: pekka.phones };
    expect(found(same)).toEqual([['Pekka Kivi', 'address']]);
    expect(found(same, pekka.id)).toEqual([]);
  });

  it('is not one that was merged away or deleted', () => {
    const index = createDuplicateIndex();
    index.add({ ...pekka, deleted: true });
    index.add({ ...pekka, mergedInto: kivi.id });
    expect(index.find(pekka, 5)).toEqual([]);
  });
});

it('a number too short to tell anything is not compared', () => {
  expect(phoneDigits('112')).toBe('');
  expect(phoneDigits('')).toBe('');
});

it('a company that is called by nothing but legal forms keeps its name', () => {
  expect(companyCore('AB Oy')).toBe('ab oy');
});
