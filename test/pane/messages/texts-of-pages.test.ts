import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cleanUpTextsEn } from '../../../src/pane/clean-up/texts-en.ts';
import { cleanUpTextsFi } from '../../../src/pane/clean-up/texts-fi.ts';
import { entryPageTextsEn } from '../../../src/pane/entry-page/texts-en.ts';
import { entryPageTextsFi } from '../../../src/pane/entry-page/texts-fi.ts';
import { salespeopleTextsEn } from '../../../src/pane/salespeople/texts-en.ts';
import { salespeopleTextsFi } from '../../../src/pane/salespeople/texts-fi.ts';
import { searchTextsEn } from '../../../src/pane/search/texts-en.ts';
import { searchTextsFi } from '../../../src/pane/search/texts-fi.ts';
import { summaryTextsEn } from '../../../src/pane/summary/texts-en.ts';
import { summaryTextsFi } from '../../../src/pane/summary/texts-fi.ts';
import { wholeLogTextsEn } from '../../../src/pane/whole-log/texts-en.ts';
import { wholeLogTextsFi } from '../../../src/pane/whole-log/texts-fi.ts';

type Tree = { readonly [key: string]: unknown };

function leaves(tree: Tree, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'object' && value !== null
      ? leaves(value as Tree, `${path}.${key}`)
      : [[`${path}.${key}`, typeof value === 'function' ? String(value('#', 2)) : String(value)]],
  );
}

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((found) => {
    const path = join(folder, found.name);
    if (found.isDirectory()) return sources(path);
    return /\.tsx?$/.test(found.name) && !found.name.startsWith('texts-') ? [readFileSync(path, 'utf8')] : [];
  });
}

/** Keys below which a text is chosen by a value, so that no code names it. */
const byValue = /\.(places|kinds|states|is|via|measure|bars|period|what|staysWhat|heading|roleHelp|errors)\./;
const source = sources('src/pane').join('\n');

describe.each([
  ['the clean-up', cleanUpTextsEn, cleanUpTextsFi],
  ['an entry’s page', entryPageTextsEn, entryPageTextsFi],
  ['the search', searchTextsEn, searchTextsFi],
  ['salespeople', salespeopleTextsEn, salespeopleTextsFi],
  ['summaries', summaryTextsEn, summaryTextsFi],
  ['what only the server tells', wholeLogTextsEn, wholeLogTextsFi],
] as const)('the texts of %s', (_, english: Tree, finnish: Tree) => {
  it('are there in both languages, and none is left in English', () => {
    const inEnglish = new Map(leaves(english));
    expect(leaves(finnish).map(([key]) => key)).toEqual([...inEnglish.keys()]);
    const copied = leaves(finnish).filter(([key, text]) => text === inEnglish.get(key) && /[a-z]{2}/i.test(text));
    expect(copied).toEqual([]);
  });

  it('are all shown somewhere', () => {
    const unused = leaves(english)
      .map(([key]) => key)
      .filter((key) => !byValue.test(key) && !new RegExp(`\\.${key.split('.').at(-1)}\\b`).test(source));
    expect(unused).toEqual([]);
  });
});
