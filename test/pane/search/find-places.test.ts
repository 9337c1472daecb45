import { describe, expect, it } from 'vitest';
import { findPlaces } from '../../../src/pane/search/find-places.ts';
import { searchTextsEn } from '../../../src/pane/search/texts-en.ts';
import { searchTextsFi } from '../../../src/pane/search/texts-fi.ts';

const catalogues = { en: searchTextsEn, fi: searchTextsFi };
const found = (query: string, language: 'en' | 'fi' = 'en') =>
  findPlaces(query, catalogues, language, () => true).map(({ id }) => id);

describe('a page or action', () => {
  it.each([
    ['interaction log entries', 'log'],
    ['delete canceled…', 'cleanUp'],
    ['templates', 'templates'],
    ['postponed', 'postponed'],
    ['due', 'due'],
    ['import contacts', 'importContacts'],
    ['settings', 'settings'],
    ['not reached', 'cold'],
    ['entries log', 'log'],
  ])('is found in English by “%s”', (query, id) => {
    expect(found(query)[0]).toBe(id);
  });

  it.each([
    ['poista peruutetut', 'cleanUp'],
    ['vuorovaikutuslokin tapahtumat', 'log'],
    ['mallit', 'templates'],
    ['lykatyt', 'postponed'],
    ['tuo kontakteja', 'importContacts'],
    ['asetukset', 'settings'],
  ])('is found in Finnish by “%s”, ä = a', (query, id) => {
    expect(found(query, 'fi')[0]).toBe(id);
  });

  it('is found by its name in the other language too, and says so', () => {
    const [hit] = findPlaces('poista peruutetut', catalogues, 'en', () => true);
    expect(hit).toEqual({
      id: 'cleanUp',
      name: 'Delete canceled entries …',
      alias: 'Poista peruutetut tapahtumat …',
    });
  });

  it('comes before others when it is found by its name rather than by what it is about', () => {
    expect(found('settings').indexOf('settings')).toBe(0);
    expect(found('templates')[0]).toBe('templates');
  });

  it('that is not there for somebody is not found by them', () => {
    expect(findPlaces('delete canceled', catalogues, 'en', (id) => id !== 'cleanUp')).toEqual([]);
  });
});
