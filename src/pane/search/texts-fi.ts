import { pluralIn } from '../messages/plural.ts';
import type { SearchTexts } from './texts-en.ts';

const plural = pluralIn('fi');

/** Texts of the search box. */
export const searchTextsFi: SearchTexts = {
  label: 'Sivu, kontakti tai tapahtuma',
  help: 'Löytää sivut ja toiminnot nimeltä, kontaktit sekä tapahtumat niiden sanoista. Sanat missä järjestyksessä tahansa; a löytää ä:n.',
  results: 'Löytyi',
  groups: { pages: 'Sivut ja toiminnot', contacts: 'Kontaktit', entries: 'Tapahtumat' },
  allEntries: (text) => `Kaikki tapahtumat, joissa on ”${text}”`,
  looking: 'Haetaan …',
  asking: 'Kysytään palvelimelta …',
  offline: 'Palvelimelta ei voitu kysyä: haettiin vain siitä, mitä tällä laitteella on.',
  none: 'Mitään ei löytynyt.',
  found: (count) => `${count} ${plural(count, 'tulos', 'tulosta')}`,
  places: {
    home: { name: 'Avoinna oleva', words: 'viesti tapaaminen kirjaa tämä koti' },
    new: { name: 'Uusi vuorovaikutus', words: 'luo vuorovaikutus puhelu kirje faksi tapaaminen käynti käsin' },
    log: {
      name: 'Vuorovaikutuslokin tapahtumat',
      words: 'vuorovaikutusloki lokitapahtumat vuorovaikutuslokitapahtuma tiimin luettelo historia kaikki',
    },
    mine: { name: 'Omat vuorovaikutuslokin tapahtumat', words: 'kirjaamani minun' },
    canceled: {
      name: 'Peruutetut tapahtumat',
      words: 'vuorovaikutuslokin vuorovaikutukset peruutettu peruutetuiksi palauta kumoa',
    },
    due: { name: 'Seurannat', words: 'tehtävä tehtävät myöhässä muistutus erääntyvät' },
    postponed: { name: 'Lykätyt vuorovaikutukset', words: 'lykätty jatka luonnos myöhemmin' },
    contacts: {
      name: 'Kontaktit',
      words: 'kontaktiyritys kontaktihenkilö henkilöt yritykset asiakkaat yhteyshenkilöt vie vcard',
    },
    newContact: { name: 'Uusi kontakti', words: 'luo lisää henkilö yritys' },
    importContacts: { name: 'Tuo kontakteja', words: 'csv vcard tiedosto tuonti' },
    matching: { name: 'Tunnistussäännöt', words: 'omat verkkotunnukset ei koskaan kirjata sisäinen' },
    summary: { name: 'Yhteenveto', words: 'tilastot luvut viikko kustannus minuutit yritys kampanja myyjä malli' },
    cold: { name: 'Viilenevät kontaktit', words: 'ei tavoitettu päiviä pitkään aikaan' },
    templates: {
      name: 'Vuorovaikutusmallit',
      words: 'vuorovaikutusmallien määrittäminen mallit lajit kustannus minuutit oletukset',
    },
    groups: { name: 'Vuorovaikutusryhmät', words: 'vuorovaikutusryhmä mallit' },
    automatic: {
      name: 'Vuorovaikutusmallin asetukset',
      words:
        'ehdotukset tallenna tallentaa automaattisesti automaattiset sähköpostin lokiinkirjaus sähköpostit tapaamiset puhelut',
    },
    statistics: { name: 'Mallien tilastot', words: 'summat ryhmät' },
    setUpFile: { name: 'Asetukset tiedostona', words: 'vie tuo mallit ryhmät' },
    campaigns: { name: 'Kampanjat', words: 'kampanja kampanjan kohde kampanjapalaute kampanjareaktiot' },
    salespeople: { name: 'Myyjät', words: 'kollegat tiimi koodit nimet osoitteet' },
    invite: { name: 'Kutsu kollega', words: 'käyttäjät kirjautuminen rooli lisää myyjä kertakäyttöinen linkki' },
    cleanUp: { name: 'Poista peruutetut vuorovaikutuslokin tapahtumat …', words: 'siivoa merkinnät' },
    attention: { name: 'Vaatii huomiota', words: 'hylätyt virheet yritä korjaa' },
    settings: { name: 'Asetukset', words: 'kieli tili rooli kirjaudu ulos lähettämättä palvelin' },
    ownFile: { name: 'Kirjaamani tiedostona', words: 'vie omat tietoni json' },
    wide: { name: 'Avaa leveänä', words: 'sivu selain taulukko ikkuna' },
  },
};
