import type { SalespeopleTexts } from './texts-en.ts';

/** The texts of `texts-en.ts` in Finnish, by the terms of `domain.md` §16. */
export const salespeopleTextsFi: SalespeopleTexts = {
  heading: 'Myyjät',
  help: 'Vuorovaikutus kertoo, kuka myyjä sen hoiti. Jokainen kirjautuja on liitetty johonkin myyjään.',
  all: 'Kaikki myyjät',
  new: 'Uusi myyjä',
  none: 'Myyjiä ei ole vielä.',
  code: 'Myyjäkoodi',
  codeHelp:
    'Enintään 20 merkkiä, esimerkiksi nimikirjaimet. Koodia ei voi muuttaa myöhemmin: tapahtumat säilyttävät sen.',
  name: 'Nimi',
  email: 'Sähköposti',
  emailHelp: 'Tästä osoitteesta tuleva posti on sisäistä. Kollega kutsutaan sillä.',
  save: 'Tallenna myyjä',
  remove: 'Poista myyjä',
  removing: (code) =>
    `Poistetaanko myyjä ${code}? Sille ei enää kirjata mitään. Tapahtumat ja kontaktit säilyttävät koodin.`,
  signsIn: (names) =>
    `Tänä myyjänä kirjautuu: ${names}. He eivät voi kirjata mitään ennen kuin heillä on toinen myyjä.`,
  errors: { name: 'Kirjoita nimi.', email: 'Tämä ei ole sähköpostiosoite.' },
  access: 'Kirjautuminen',
  nobody: 'Kukaan ei vielä kirjaudu tänä myyjänä.',
  needsServer: 'Vain palvelin tietää, kuka kirjautuu.',
  tryAgain: 'Yritä uudelleen',
  needsEmail: 'Tallenna ensin sähköpostiosoite: kollega tunnetaan siitä.',
  unsent: 'Palvelimella ei vielä ole tätä myyjää; se saa sen heti, kun siihen saadaan yhteys.',
  unsaved: 'Tallenna ensin muutoksesi.',
  role: 'Rooli',
  roleHelp: {
    salesperson: 'Kirjaa, oikaisee omia tapahtumiaan, peruuttaa ja palauttaa.',
    manager:
      'Lisäksi oikaisee kaikkia tapahtumia, lukee esihenkilöille tarkoitetut muistiinpanot ja poistaa peruutetut.',
    admin: 'Lisäksi muuttaa asetuksia, kutsuu kollegoita ja hävittää tietoja.',
  },
  ownRole: 'Kukaan ei muuta omaa rooliaan.',
  invite: 'Luo kertakäyttöinen linkki',
  another: 'Luo toinen kertakäyttöinen linkki',
  changes: 'Linkillä kirjaudutaan myös toisella laitteella. Rooli ja myyjä ovat voimassa heti.',
  link: 'Kertakäyttöinen linkki',
  linkHelp: (until) => `Lähetä se kollegalle itse. Se toimii kerran, ${until} asti, eikä sitä näytetä uudelleen.`,
  copy: 'Kopioi',
  copied: 'Kopioitu.',
  notCopied: 'Kopiointi ei onnistunut: valitse linkki ja kopioi se käsin.',
};
