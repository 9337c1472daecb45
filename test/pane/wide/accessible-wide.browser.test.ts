import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { type Gallery, mountGallery } from '../gallery/gallery.ts';

let gallery: Gallery;

afterEach(() => gallery.stop());

async function until<T>(look: () => T | null | undefined): Promise<T> {
  return await expect
    .poll(() => look() ?? undefined, { timeout: 30_000 })
    .toBeTruthy()
    .then(() => look() as T); // just found
}

const click = async (selector: string, at = 0) =>
  (await until(() => document.querySelectorAll<HTMLElement>(selector)[at])).click();

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

describe.each(['en', 'fi'] as const)('in %s', (language) => {
  describe.each(['light', 'dark'] as const)('%s', (scheme) => {
    describe.each([900, 1366])('%d px wide', (width) => {
      it.each(Object.keys(states))('%s has no fault that axe knows, and fits', async (name) => {
        await page.viewport(width, 800);
        document.body.style.margin = '0';
        const root = document.createElement('div');
        document.body.replaceChildren(root);
        gallery = await mountGallery({ root, language, scheme, isWide: true });
        await states[name]?.();
        const moving = document.getAnimations().filter((one) => one instanceof CSSTransition);
        await Promise.allSettled(moving.map(({ finished }) => finished));
        const { violations } = await axe.run(document.body, { rules: { region: { enabled: false } } });
        expect(
          violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`),
        ).toEqual([]);
        expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
        const main = document.querySelector('.main');
        expect(main?.scrollWidth).toBeLessThanOrEqual(main?.clientWidth ?? 0);
      });
    });
  });
});
