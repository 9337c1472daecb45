import { expect, it } from 'vitest';
import { textsEn } from '../../../src/pane/set-up/texts-en.ts';
import { textsFi } from '../../../src/pane/set-up/texts-fi.ts';

function said(tree: object, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'object' && value !== null
      ? said(value, `${path}.${key}`)
      : [[`${path}.${key}`, typeof value === 'function' ? String(value('#', '#')) : String(value)]],
  );
}

it('the texts of the set-up are the same ones in both languages, and none is left in English', () => {
  const english = new Map(said(textsEn));
  const finnish = said(textsFi);
  expect(finnish.map(([key]) => key)).toEqual([...english.keys()]);
  expect(finnish.filter(([key, text]) => english.get(key) === text)).toEqual([]);
});
