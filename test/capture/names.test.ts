import { describe, expect, it } from 'vitest';
import { companyFromDomain } from '../../src/capture/company-from-domain.ts';
import { splitName } from '../../src/capture/split-name.ts';
import { address } from './surroundings.ts';

describe('the name for a new contact', () => {
  const cases: [string, string, string][] = [
    ['Bob Ortiz', 'b@x.example', 'Bob Ortiz'],
    ['Ortiz, Bob', 'b@x.example', 'Bob Ortiz'],
    ['"Ortiz, Bob"', 'b@x.example', 'Bob Ortiz'],
    ["'Bob Ortiz'", 'b@x.example', 'Bob Ortiz'],
    ['Bob Ortiz (Harbour & Pine)', 'b@x.example', 'Bob Ortiz'],
    ['Ortiz, Bob [Harbour]', 'b@x.example', 'Bob Ortiz'],
    ['[EXT] Bob Ortiz', 'b@x.example', 'Bob Ortiz'],
    ['Bob Ortiz | Harbour & Pine', 'b@x.example', 'Bob Ortiz'],
    ['Bob Ortiz via LinkedIn', 'b@x.example', 'Bob Ortiz'],
    ['Hämäläinen, Aino', 'a@x.example', 'Aino Hämäläinen'],
    ['Weiß-Müller, Käthe', 'k@x.example', 'Käthe Weiß-Müller'],
    ['von der Heide, Anna Lena', 'k@x.example', 'Anna Lena von der Heide'],
    ['Åkesson, Björn', 'b@x.example', 'Björn Åkesson'],
    ['Kivi ja Kumppanit, Oy', 'k@x.example', 'Kivi ja Kumppanit, Oy'],
    ['Harbour & Pine, Sales', 'k@x.example', 'Harbour & Pine, Sales'],
    ['King, Martin, Jr.', 'k@x.example', 'King, Martin, Jr.'],
    ['', 'bob.ortiz@x.example', 'Bob Ortiz'],
    ["'bob@x.example'", 'bob@x.example', 'Bob'],
    ['b.ortiz@x.example', 'b.ortiz@x.example', 'B. Ortiz'],
    ['', 'anna-maija.virtanen+crm@x.example', 'Anna-Maija Virtanen'],
    ['()', 'info@x.example', 'Info'],
    ['Ortiz\u202e, Bob', 'b@x.example', 'Bob Ortiz'],
  ];
  for (const [shown, from, name] of cases)
    it(`is "${name}" for "${shown}" <${from}>`, () => {
      expect(splitName(shown, address(from))).toBe(name);
    });
});

describe('the company that a domain suggests', () => {
  const free = new Set(['gmail.com']);
  const cases: [string, { name: string; domain: string } | undefined][] = [
    ['a@uusiasiakas.example', { name: 'Uusiasiakas', domain: 'uusiasiakas.example' }],
    ['a@norrsken-logistik.se', { name: 'Norrsken Logistik', domain: 'norrsken-logistik.se' }],
    ['a@mail.eu.kivi.fi', { name: 'Kivi', domain: 'kivi.fi' }],
    ['a@sales.harbour.co.uk', { name: 'Harbour', domain: 'harbour.co.uk' }],
    ['a@gmail.com', undefined],
    ['a@mail.gmail.com', undefined],
    ['a@localhost', undefined],
    ['a@192.168.1.10', undefined],
  ];
  for (const [from, company] of cases)
    it(`is ${company ? `${company.name} (${company.domain})` : 'none'} for ${from}`, () => {
      expect(companyFromDomain(address(from), free)).toEqual(company);
    });
});
