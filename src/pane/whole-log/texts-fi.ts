import type { WholeLogTexts } from './texts-en.ts';

/** Texts of what the server alone can tell, and of files that come from it. */
export const wholeLogTextsFi: WholeLogTexts = {
  asking: 'Kysytään palvelimelta …',
  needed: 'Tarvitsee palvelimen',
  neededHelp: 'Koko loki on vain palvelimella, joten tätä ei voi näyttää ilman sitä. Mitään ei muutettu.',
  again: 'Yritä uudelleen',
  deleted: (name) => `${name} (poistettu)`,
  file: {
    fetching: (size) => `Haetaan tiedostoa: ${size}`,
    stop: 'Keskeytä',
    stopped: 'Keskeytetty. Mitään ei tallennettu.',
    saved: (name, size) => `Tallennettu nimellä ${name} (${size}).`,
    failed: 'Tiedostoa ei saatu kokonaan. Mitään ei tallennettu.',
  },
  export: {
    heading: 'Tallenna luettelo tiedostoon',
    help: 'Kaikki, minkä suodatin näyttää, myös se, mitä tällä laitteella ei ole. Palvelin tekee tiedoston.',
    csv: 'Tallenna CSV-tiedostona',
    json: 'Tallenna JSON-tiedostona',
  },
};
