import { afterEach, describe, expect, it } from 'vitest';
import type { Gallery } from '../gallery/gallery.ts';
import { click, expectToFit, faults, mountPane, until } from './look-at.ts';
import { menu } from './pane-states.ts';

let gallery: Gallery;
afterEach(() => gallery.stop());

const tables = {
  'the statistics of templates': { open: menu('templates'), tab: 3, measures: 3 },
  'the statistics of campaigns': { open: menu('campaigns'), tab: 1, measures: 4 },
};

describe.each(['en', 'fi'] as const)('in %s', (language) => {
  it.each(Object.entries(tables))('%s show all their numbers at 320 px', async (_, { open, tab, measures }) => {
    gallery = await mountPane({ language });
    await open();
    await click('[role=tab]', tab);
    const table = await until(() => document.querySelector('.sums'));
    expectToFit(320);
    expect(table.scrollWidth).toBeLessThanOrEqual(table.parentElement?.clientWidth ?? 0);
    expect(table.querySelectorAll('thead th')).toHaveLength(measures);
    for (const cell of table.querySelectorAll('th, td')) {
      const { left, right } = cell.getBoundingClientRect();
      expect([left >= 0, right <= 320], cell.textContent ?? '').toEqual([true, true]);
    }
    expect(await faults()).toEqual([]);
  });
});
