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

  it.each([
    ['Interaction Log', 'Vuorovaikutusloki', 'log'],
    ['Interaction Log Entries', 'Vuorovaikutuslokin tapahtumat', 'log'],
    ['Interaction Log Entry', 'Vuorovaikutuslokitapahtuma', 'log'],
    ['Create Interaction', 'Luo vuorovaikutus', 'new'],
    ['Delete Canceled Interaction Log Entries', 'Poista peruutetut vuorovaikutuslokin tapahtumat', 'cleanUp'],
    ['Delete Canceled Interaction Log Entries', 'Poista peruutetut vuorovaikutuslokin merkinnät', 'cleanUp'],
    ['Canceled', 'Peruutettu', 'canceled'],
    ['Interaction templates', 'Vuorovaikutusmallit', 'templates'],
    ['Set up interaction templates', 'Vuorovaikutusmallien määrittäminen', 'templates'],
    ['Interaction Template Setup', 'Vuorovaikutusmallin asetukset', 'automatic'],
    ['Record automatically', 'tallentaa automaattisesti', 'automatic'],
    ['Email Logging', 'Sähköpostin lokiinkirjaus', 'automatic'],
    ['Interaction Group', 'Vuorovaikutusryhmä', 'groups'],
    ['Postponed interactions', 'Lykätyt vuorovaikutukset', 'postponed'],
    ['Contacts', 'Kontaktit', 'contacts'],
    ['Contact person', 'Kontaktihenkilö', 'contacts'],
    ['Contact company', 'Kontaktiyritys', 'contacts'],
    ['Campaign', 'Kampanja', 'campaigns'],
    ['Campaign Response', 'Kampanjapalaute', 'campaigns'],
    ['Tasks', 'Tehtävät', 'due'],
  ])('is found by NAV’s own words for it, “%s” and “%s”', (english, finnish, id) => {
    expect(found(english)).toContain(id);
    expect(found(finnish, 'fi')).toContain(id);
  });

  it.each([
    ['export', 'tallenna', 'saveLog'],
    ['save as a file', 'tallenna tiedostoon', 'saveLog'],
    ['excel', 'excel', 'saveLog'],
    ['retention', 'säilytys', 'retention'],
    ['keep days', 'säilytä päivää', 'retention'],
    ['keyboard', 'näppäimet', 'keys'],
    ['shortcuts', 'pikanäppäimet', 'keys'],
    ['delete canceled', 'poista peruutetut', 'cleanUp'],
    ['mark as canceled', 'merkitse peruutetuksi', 'act'],
    ['comment', 'huomautus', 'act'],
    ['evaluate', 'arvioi', 'act'],
    ['correct', 'oikaise', 'act'],
    ['saved filters', 'suodatin', 'savedFilters'],
    ['columns', 'sarakkeet', 'columns'],
    ['merge', 'yhdistä', 'mergeContacts'],
    ['duplicates', 'kaksoiskappaleet', 'mergeContacts'],
    ['gdpr', 'tietosuoja', 'eraseContact'],
    ['export contacts', 'vie kontakteja', 'exportContacts'],
    ['sign out', 'kirjaudu ulos', 'signOut'],
    ['language', 'kieli', 'language'],
  ])('is found by what somebody would call it, “%s” and “%s”', (english, finnish, id) => {
    expect(found(english)).toContain(id);
    expect(found(finnish, 'fi')).toContain(id);
  });

  it('is found by its name in the other language too, and says so', () => {
    const [hit] = findPlaces('poista peruutetut', catalogues, 'en', () => true);
    expect(hit).toEqual({
      id: 'cleanUp',
      name: 'Delete canceled interaction log entries …',
      alias: 'Poista peruutetut vuorovaikutuslokin tapahtumat …',
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
