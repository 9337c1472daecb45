import { pluralIn } from '../messages/plural.ts';
import type { CleanUpTexts } from './texts-en.ts';

const plural = pluralIn('fi');
const entries = (count: string, number: number) => `${count} ${plural(number, 'tapahtuma', 'tapahtumaa')}`;

/** Texts of deleting canceled entries, of erasing a person, and of the jobs that do it. */
export const cleanUpTextsFi: CleanUpTexts = {
  heading: 'Poista peruutetut vuorovaikutuslokin tapahtumat',
  help: 'Suodattimeen sopivat peruutetut tapahtumat poistetaan pysyvästi: lokista, kaikilta laitteilta ja hausta. Muut kuin peruutetut jäävät.',
  notAllowed: 'Peruutettuja tapahtumia poistavat esihenkilöt ja ylläpitäjät. Pyydä jotakuta heistä.',
  filter: {
    contact: 'Kontakti tai yritys',
    clear: (name) => `Ei vain ${name}`,
    entryNo: 'Tapahtuman nro',
    badEntryNo: 'Kirjoita tapahtuman numero.',
    from: 'Alkaen',
    to: 'Asti',
    badDates: 'Ensimmäinen päivä ei saa olla viimeisen jälkeen.',
    template: 'Malli',
    group: 'Vuorovaikutusryhmä',
    salesperson: 'Myyjä',
    campaign: 'Kampanja',
    all: 'Kaikki',
  },
  preview: {
    show: 'Näytä, mitä poistettaisiin',
    none: 'Suodattimeen ei sovi yhtään peruutettua tapahtumaa. Poistettavaa ei ole.',
    count: (count, number) => `Poistettaisiin ${entries(count, number)}`,
    comments: (count, number) => `Niissä on ${count} ${plural(number, 'huomautus', 'huomautusta')}.`,
    newest: (count) => `Uusimmat ${count}:`,
    canceled: (why) => (why === '' ? 'Peruutettu' : `Peruutettu: ${why}`),
    draft: 'Lykätty, sitten hylätty',
    unchanged: 'Tapahtuma, joka palautetaan tai jota muutetaan ennen vuoroaan, jää.',
    ask: (count, number) => `Poista ${entries(count, number)} …`,
  },
  confirm: {
    heading: (count, number) => `Poistetaanko ${entries(count, number)} pysyvästi?`,
    help: 'Tätä ei voi perua. Palvelimen varmuuskopioissa ne säilyvät, kunnes kopiot poistetaan.',
    yes: (count, number) => `Poista ${entries(count, number)}`,
    no: 'Säilytä ne',
  },
  job: {
    starting: 'Aloitetaan …',
    running: (done, total) => `${done} / ${total}`,
    stop: 'Keskeytä',
    stopping: 'Keskeytetään …',
    lost: 'Palvelimeen ei juuri nyt saada yhteyttä. Työ jatkuu siellä itsestään, ja tämä sivu kysyy uudelleen.',
    goesOn: 'Työ jatkuu, vaikka poistut sivulta, ja löytyy täältä taas.',
    deleted: (count, number) => `Poistettiin ${entries(count, number)}.`,
    stayed: (count, number) =>
      `Jäljelle jäi ${entries(count, number)}: muutettu, palautettu tai kadonnut esikatselun jälkeen.`,
    stopped: (count, number) => `Keskeytetty. Sitä ennen poistettiin ${entries(count, number)}.`,
    maybeStarted: 'Ei tiedetä, alkoiko tämä',
    maybeStartedHelp: 'Vastausta ei tullut, joten palvelin voi jo tehdä sitä. Uusi yritys ei aloita mitään kahdesti.',
    failed: 'Työ päättyi vikaan. Siihen asti tehty pysyy; aloita loput uudelleen.',
    again: 'Poista muita',
    tryAgain: 'Yritä uudelleen',
  },
  jobs: {
    heading: 'Viimeiset työt',
    none: 'Mitään ei ole vielä poistettu.',
    kinds: {
      'delete-canceled': 'Peruutettuja tapahtumia poistettu',
      'erase-contact': 'Henkilön tiedot poistettu',
      retention: 'Peruutettu tai poistettu iän perusteella',
    },
    states: { running: 'Käynnissä', stopped: 'Keskeytetty', done: 'Valmis', failed: 'Epäonnistui' },
    by: (who, when) => `${who}; ${when}`,
    server: 'Palvelin',
    somebody: 'Joku tiimistä',
  },
  person: {
    heading: 'Tiedot tästä henkilöstä',
    file: 'Kaikki tiedot tiedostona',
    fileHelp: 'Kontakti ja jokainen häntä koskeva tapahtuma, huomautus ja seuranta, tietojaan pyytävälle.',
    erase: 'Poista henkilön tiedot …',
    eraseHeading: (name) => `Poistetaanko ${name} pysyvästi?`,
    goes: 'Tämä häviää pysyvästi palvelimelta ja kaikilta laitteilta:',
    what: [
      'nimi, osoitteet ja puhelinnumerot;',
      'jokainen tapahtuma hänen kanssaan muistiinpanoineen, teksteineen ja huomautuksineen;',
      'häntä koskevat seurannat;',
      'mitä hänestä odottaa lähettämättä millä tahansa laitteella.',
    ],
    stays: 'Tämä jää:',
    staysWhat: [
      'saman viestin tai tapaamisen tapahtumat muiden kontaktien kanssa;',
      'palvelimen varmuuskopiot, kunnes kopiot poistetaan.',
    ],
    who: 'Ketkä poistetaan',
    has: (name, count, number) => `${name}: ${entries(count, number)}`,
    together: (count) => `${count} kontaktia poistetaan yhdessä`,
    apart:
      'Ne on yhdistetty ja ovat sama henkilö, joten ne kaikki poistetaan. Jos tarkoitat vain yhtä niistä, säilytä kaikki ja erota ne ensin: avaa yhdistetty kontakti ja valitse ”Erota jälleen”.',
    type: (name) => `Vahvista kirjoittamalla nimi: ${name}`,
    wrongName: 'Nimi on kirjoitettava täsmälleen näin.',
    yes: 'Poista pysyvästi',
    no: 'Säilytä kaikki',
    done: (names, number) => `${plural(number, 'Kontaktin', 'Kontaktien')} ${names} tiedot on poistettu.`,
    stopped: 'Keskeytetty. Siihen asti poistettu on poissa; poista loput uudelleen.',
    back: 'Kontakteihin',
  },
  own: {
    heading: 'Mitä olen kirjannut',
    help: 'Kaikki omat tapahtumasi ja huomautuksesi, niin kuin palvelin ne tuntee.',
    file: 'Tallenna kirjaamani tiedostoon',
  },
};
