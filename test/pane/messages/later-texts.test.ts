import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { textsEn } from '../../../src/pane/by-hand/texts-en.ts';
import { textsFi } from '../../../src/pane/by-hand/texts-fi.ts';

type Tree = { readonly [key: string]: unknown };

function leaves(tree: Tree, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'object' && value !== null
      ? leaves(value as Tree, `${path}.${key}`)
      : [[`${path}.${key}`, typeof value === 'function' ? String(value('#', '#')) : String(value)]],
  );
}

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((found) => {
    const path = join(folder, found.name);
    if (found.isDirectory()) return sources(path);
    return /\.tsx?$/.test(found.name) && !found.name.startsWith('texts-') ? [readFileSync(path, 'utf8')] : [];
  });
}

it('the texts that are loaded later are the same in number, and none is English in Finnish', () => {
  const english = new Map(leaves(textsEn));
  expect(leaves(textsFi).map(([key]) => key)).toEqual([...english.keys()]);
  const copied = leaves(textsFi).filter(([key, text]) => text === english.get(key) && /[a-z]/i.test(text));
  expect(copied).toEqual([]);
});

it('every one of them is shown somewhere', () => {
  const source = sources('src/pane').join('\n');
  const unused = leaves(textsEn)
    .map(([key]) => key.split('.').at(-1) ?? '')
    .filter((name) => !['overdue', 'later'].includes(name) && !new RegExp(`\\.${name}\\b`).test(source));
  expect(unused).toEqual([]);
});
