import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

it('names, for each of the nine promises, tests that exist', () => {
  const rows = readFileSync(resolve(root, 'docs/promises.md'), 'utf8')
    .split('\n')
    .map((row) => /^\| (\d) \|.*\| ([^|]*) \|$/.exec(row))
    .filter((match) => match !== null);
  expect(rows.map((match) => match[1])).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9']);
  const testsOf = (match: RegExpExecArray) =>
    [...(match[2] ?? '').matchAll(/`(test\/[^`]+)`/g)].map((found) => found[1] ?? '');
  expect(rows.filter((match) => testsOf(match).length === 0).map((match) => match[1])).toEqual([]);
  const named = rows.flatMap(testsOf);
  expect(named.filter((file) => !existsSync(resolve(root, file)))).toEqual([]);
});
