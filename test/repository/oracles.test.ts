import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const page = readFileSync(resolve(root, 'docs/nav.md'), 'utf8');
const table = page.slice(page.indexOf('| case |')).split('\n').slice(2);
const rows = table
  .map((row) => /^\| (.+?) \| (.+) \|$/.exec(row))
  .filter((match) => match !== null)
  .map((match) => ({ what: match[1] ?? '', held: match[2] ?? '' }));

/** Of `domain.md` §17, each by a word that its row has. */
const cases = [
  ...['description comes', 'not blank', 'rounded up', 'mandatory', 'by name', 'opportunities', 'ignore contact'],
  ...['share an attachment', 'toggle canceled from', 'evaluate from', 'comments copied', 'resume keeps filters'],
  ...['delivering', 'not delivering', 'inbound', 'outbound', 'without a direction'],
  ...['draft is not logged', 'not logged twice', 'nobody known', 'another address'],
];

it('every case of Microsoft’s tests has a row', () => {
  expect(cases.filter((one) => !rows.some(({ what }) => what.includes(one)))).toEqual([]);
});

it('each row names a test that exists, or says why there is none', () => {
  const wrong = rows.filter(({ held }) => {
    const named = /`(test\/[^`]+)`: (.+)$/.exec(held);
    if (!named) return !/^not applicable, because .{10}/.test(held);
    const [, file = '', title = ''] = named;
    return !existsSync(resolve(root, file)) || !readFileSync(resolve(root, file), 'utf8').includes(title);
  });
  expect(wrong).toEqual([]);
});
