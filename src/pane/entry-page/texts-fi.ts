import type { EntryPageTexts } from './texts-en.ts';

/** Texts of the page of an entry. */
export const entryPageTextsFi: EntryPageTexts = {
  heading: 'Vuorovaikutuslokin tapahtuma',
  back: { log: 'Takaisin lokiin', other: 'Takaisin' },
  gone: 'Tätä tapahtumaa ei ole lokissa. Se on voitu poistaa.',
  asking: 'Kysytään tapahtumaa palvelimelta …',
};
