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
    act: {
      name: 'Oikaise, kommentoi, arvioi tai peruuta tapahtuma',
      words: 'merkitse peruutetuksi muuta korjaa huomautus huomautukset arvio kirjaa uudelleen toiselle kontaktille',
    },
    saveLog: { name: 'Tallenna loki tiedostoon', words: 'vie vienti csv json excel taulukko lataa tapahtumat' },
    savedFilters: { name: 'Tallennetut suodattimet', words: 'suodatin suodata rajaa ehdot' },
    columns: { name: 'Lokin sarakkeet', words: 'taulukko järjestä näytä piilota' },
    keys: { name: 'Näppäimet', words: 'näppäimistö pikanäppäimet kirjaimet' },
    due: { name: 'Seurannat', words: 'tehtävä tehtävät myöhässä muistutus erääntyvät' },
    postponed: { name: 'Lykätyt vuorovaikutukset', words: 'lykätty jatka luonnos myöhemmin' },
    contacts: {
      name: 'Kontaktit',
      words: 'kontaktiyritys kontaktihenkilö henkilöt yritykset asiakkaat yhteyshenkilöt vie vcard',
    },
    newContact: { name: 'Uusi kontakti', words: 'luo lisää henkilö yritys' },
    importContacts: { name: 'Tuo kontakteja', words: 'csv vcard tiedosto tuonti' },
    exportContacts: {
      name: 'Vie kontakteja',
      words: 'yhteystiedot yhteystietoja vienti tallenna tiedostoon csv vcard excel taulukko',
    },
    mergeContacts: { name: 'Yhdistä kontakteja', words: 'kaksoiskappaleet päällekkäiset erota sama henkilö' },
    eraseContact: {
      name: 'Poista henkilön tiedot',
      words: 'henkilötiedot tietosuoja gdpr rekisteröity pyyntö unohda kontakti',
    },
    matching: { name: 'Tunnistussäännöt', words: 'omat verkkotunnukset ei koskaan kirjata sisäinen' },
    summary: { name: 'Yhteenveto', words: 'tilastot luvut viikko kustannus minuutit yritys kampanja myyjä malli' },
    cold: { name: 'Viilenevät kontaktit', words: 'ei tavoitettu päiviä pitkään aikaan' },
    templates: {
      name: 'Vuorovaikutusmallit',
      words: 'vuorovaikutusmallien määrittäminen mallit lajit kustannus minuutit oletukset',
    },
    retention: {
      name: 'Kuinka kauan tapahtumia säilytetään',
      words: 'säilytys säilytysaika säilytä ikä päivää poista vanhat malli tietosuoja gdpr',
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
    language: { name: 'Kieli', words: 'suomi englanti english' },
    signOut: { name: 'Kirjaudu ulos', words: 'uloskirjautuminen tili poistu' },
    wide: { name: 'Avaa leveänä', words: 'sivu selain taulukko ikkuna' },
  },
};
