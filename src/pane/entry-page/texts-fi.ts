import type { EntryPageTexts } from './texts-en.ts';

/** Texts of the page of an entry. */
export const entryPageTextsFi: EntryPageTexts = {
  back: { log: 'Takaisin lokiin', other: 'Takaisin edelliseen' },
  gone: 'Tätä tapahtumaa ei ole lokissa. Se on voitu poistaa.',
  deleted: 'Tämä tapahtuma on poistettu.',
  asking: 'Kysytään tapahtumaa palvelimelta …',
  links: { heading: 'Liittyy', contact: 'Kontakti', company: 'Yritys' },
  stored: {
    heading: { mail: 'Viestistä tallennettu', meeting: 'Tapaamisesta tallennettu', other: 'Muistiinpano' },
    only: (level, audience) => `${level}. Muistiinpanon ja tekstin näkee: ${audience}.`,
    nothing: 'Ei muistiinpanoa eikä tekstiä.',
    showText: 'Näytä teksti',
  },
  open: {
    open: { mail: 'Avaa viesti', meeting: 'Avaa tapaaminen' },
    asked: {
      mail: 'Jos mitään ei avaudu, viesti on siirretty tai poistettu tai se on liian pitkä Outlookin avattavaksi täältä.',
      meeting: 'Jos mitään ei avaudu, tapaaminen on siirretty tai poistettu.',
    },
    failed: {
      mail: 'Viestiä ei voitu avata. Se on voitu siirtää tai poistaa.',
      meeting: 'Tapaamista ei voitu avata. Se on voitu siirtää tai poistaa.',
    },
    unknown: {
      mail: 'Viesti ei ole ollut kirjaamisen jälkeen auki Interlogin vieressä tällä laitteella, joten sitä ei voi avata täältä.',
      meeting:
        'Tapaaminen ei ole ollut kirjaamisen jälkeen auki Interlogin vieressä tällä laitteella, joten sitä ei voi avata täältä.',
    },
    notHere: {
      mail: 'Viestin voi avata täältä, kun tämä sivu on auki sähköpostiohjelmassa.',
      meeting: 'Tapaamisen voi avata täältä, kun tämä sivu on auki sähköpostiohjelmassa.',
    },
  },
  events: {
    heading: 'Tapahtuman vaiheet',
    is: {
      made: 'Kirjattu',
      corrected: 'Oikaistu',
      evaluated: 'Arvioitu',
      canceled: 'Peruutettu',
      reinstated: 'Palautettu',
    },
    by: (who, when) => `– ${who}, ${when}`,
    somebody: 'joku tiimistä',
    server: 'palvelin',
    from: (origin) => `Lähde: ${origin}.`,
    received: (when) => `Lokissa ${when} alkaen.`,
    notReceived: 'Toistaiseksi vain tällä laitteella.',
    why: (why) => `Miksi: ${why}`,
    via: {
      entry: 'Syytä ei annettu.',
      segment: 'Lokiin kirjatun segmentin mukana.',
      retention: 'Ikänsä vuoksi.',
      joined: 'Se koskee samaa viestiä tai tapaamista kuin toinen tapahtuma, joka on voimassa.',
    },
  },
};
