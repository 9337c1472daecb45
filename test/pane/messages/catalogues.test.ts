import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { deviceCodes, envelopeCodes, refusalCodes } from '../../../src/domain/problem-code.ts';
import { en } from '../../../src/pane/messages/en.ts';
import { fi } from '../../../src/pane/messages/fi.ts';
import { chooseLanguage } from '../../../src/pane/messages/messages.ts';

type Tree = { readonly [key: string]: unknown };

function leaves(tree: Tree, path: string[] = []): { path: string[]; value: unknown }[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null
      ? leaves(value as Tree, [...path, key])
      : [{ path: [...path, key], value }],
  );
}

const said = (value: unknown): string => (typeof value === 'function' ? String(value('#', '#', '#')) : String(value));

/** Words that are the same in both languages. */
const same = new Set(['(you)', '# min', 'Fax', '']);

describe('the catalogues', () => {
  it('hold the same keys', () => {
    const keys = (tree: Tree) => leaves(tree).map(({ path }) => path.join('.'));
    expect(keys(fi)).toEqual(keys(en));
  });

  it('leave no English in the Finnish one', () => {
    const english = new Map(leaves(en).map(({ path, value }) => [path.join('.'), said(value)]));
    const copied = leaves(fi).filter(
      ({ path, value }) => said(value) === english.get(path.join('.')) && !same.has(said(value)),
    );
    expect(copied.map(({ path }) => path.join('.'))).toEqual([]);
  });

  it('say for every problem code what happened and what is safe and to be done', () => {
    for (const code of [...refusalCodes, ...envelopeCodes, ...deviceCodes])
      for (const { problems } of [en, fi]) {
        expect(problems[code].what, code).toMatch(/\.$/);
        expect(problems[code].help, code).toMatch(/\.$/);
      }
  });

  it('have no text that no part of the pane shows', () => {
    const source = sources('src/pane').join('\n');
    // Below these keys the texts are chosen by a value, so that no code names them one by one.
    const byValue = [
      'problems',
      'form.cannot',
      'form.templateWhy',
      'form.flows',
      'form.initiators',
      'form.types',
      'form.evaluations',
      'form.levels',
      'form.audiences',
      'form.parts',
      'history.statuses',
      'attention.kinds',
      'settings.role',
      'payload.fields',
      'payload.origins',
      'open.sensitivity',
    ];
    const keys = leaves(en).map(
      ({ path }) => byValue.find((group) => path.join('.').startsWith(group)) ?? path.join('.'),
    );
    const unused = [...new Set(keys)].filter(
      (key) => !source.includes(`t.${key}`) && !source.includes(`essages.value.${key}`) && !indirect.has(key),
    );
    expect(unused).toEqual([]);
  });
});

/** Keys that are reached through a shorter name or by a value. */
const indirect = new Set(['open.inbound', 'open.outbound', 'outcome.saved', 'outcome.unsafe']);

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((found) => {
    const path = join(folder, found.name);
    if (found.isDirectory()) return found.name === 'messages' ? [] : sources(path);
    return /\.tsx?$/.test(found.name) ? [readFileSync(path, 'utf8')] : [];
  });
}

describe('the language', () => {
  it('is the remembered one, else the host’s, else English', () => {
    expect(chooseLanguage('fi', 'en-US')).toBe('fi');
    expect(chooseLanguage(undefined, 'fi-FI')).toBe('fi');
    expect(chooseLanguage(undefined, 'de-DE')).toBe('en');
    expect(chooseLanguage('xx', 'FI')).toBe('fi');
  });
});
