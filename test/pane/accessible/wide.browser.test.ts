import { afterEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { type Gallery, mountGallery } from '../gallery/gallery.ts';
import { click, emptyPage, expectToFit, faults, faultsInTheDark, until } from './look-at.ts';

let gallery: Gallery;
afterEach(() => gallery.stop());

const states: Record<string, () => Promise<unknown>> = {
  'the log as a table': () => until(() => document.querySelector('.log-table')),
  'a chosen entry': async () => {
    await click('.log-open', 2);
    await until(() => document.querySelector('.log-chosen .rows'));
  },
  'entries being selected': async () => {
    await click('.log-table .checkbox', 1);
    await click('.selection .button', 1);
    await until(() => document.querySelector('.selection .evaluations'));
  },
  'entries about to be canceled': async () => {
    await click('.log-table .checkbox', 1);
    await click('.log-table .checkbox', 2);
    await click('.selection .button', 0);
    await until(() => document.querySelector('.selection form input'));
  },
  'the columns being chosen': async () => {
    await click('.view-wide .actions-tight .button', 2);
    await click('.sort-button', 7);
    await until(() => document.querySelector('.column-chooser li'));
  },
  'the log being filtered': async () => {
    await click('.quick-filter', 4);
    await click('.filter-first .button');
    await until(() => document.querySelector('.filter-panel .saved-form'));
  },
  'a chosen contact': async () => {
    await click('[data-view=contacts]');
    await click('.contact-line', 3);
    await until(() => document.querySelector('.log-chosen .rows'));
  },
  'a template beside the list': async () => {
    await click('[data-view=templates]');
    await click('.choice', 2);
  },
  'a salesperson beside the list': async () => {
    await click('[data-view=salespeople]');
    await click('.choice', 0);
    await until(() => document.querySelector('.split-chosen section select'));
  },
  'statistics of campaigns': async () => {
    await click('[data-view=campaigns]');
    await click('[role=tab]', 1);
  },
};

const [narrow, broad] = [900, 1366];

describe.each(['en', 'fi'] as const)('in %s', (language) => {
  it.each(Object.entries(states))(
    `%s has no fault that axe knows, light or dark, and fits ${narrow} and ${broad} px`,
    async (_, act) => {
      gallery = await mountGallery({ root: await emptyPage(broad), language, isWide: true });
      await act();
      expect(await faults()).toEqual([]);
      expectToFit(broad);
      await page.viewport(narrow, 720);
      expectToFit(narrow);
      expect(await faultsInTheDark(gallery)).toEqual([]);
    },
  );
});
