import { fireEvent, waitFor } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import type { View } from '../../src/pane/state/pane-state.ts';
import { countListeners, countSubscriptions } from '../support/count-alive.ts';
import { type Gallery, mountGallery } from './gallery/gallery.ts';

let gallery: Gallery;
const listeners = countListeners();
afterEach(() => gallery.stop());

/** Looks by itself at every turn: asking for roles is too slow for so many rounds. */
async function until<T>(find: () => T | undefined | null | false): Promise<T> {
  const late = Date.now() + 30_000;
  for (;;) {
    const found = find();
    if (found) return found;
    if (Date.now() > late) throw new Error(`not found: ${find}`);
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
}
const one = (selector: string) => document.querySelector<HTMLElement>(selector);
const named = (name: string) =>
  [...document.querySelectorAll('button')].find((button) =>
    (button.getAttribute('aria-label') ?? button.textContent ?? '').trim().startsWith(name),
  );
const press = async (name: string) => void fireEvent.click(await until(() => named(name)));
const choose = (selector: string) => async () => void fireEvent.click(await until(() => one(selector)));
const then = (first: () => Promise<void>, next: () => Promise<void>) => async () => {
  await first();
  await next();
};
const visit = (view: View) => then(() => press('Menu'), choose(`[role=menuitem][data-view=${view}]`));

/** How one comes to each view. */
const ways: Record<Exclude<View, 'home'>, () => Promise<void>> = {
  new: visit('new'),
  due: visit('due'),
  postponed: visit('postponed'),
  search: () => press('Search'),
  contacts: visit('contacts'),
  contact: then(visit('contacts'), () => press('Pekka Kivi')),
  import: then(visit('contacts'), () => press('Import')),
  matching: then(visit('settings'), () => press('Matching rules')),
  log: visit('log'),
  entry: then(visit('log'), choose('.log-cards .row-line')),
  summary: visit('summary'),
  cold: visit('cold'),
  'clean-up': visit('clean-up'),
  attention: visit('attention'),
  templates: visit('templates'),
  campaigns: visit('campaigns'),
  salespeople: visit('salespeople'),
  wide: visit('wide'),
  settings: visit('settings'),
};

const rounds = 4;

it.each(Object.entries(ways))('opening and closing the view %s leaves nothing behind', async (_, open) => {
  const root = document.createElement('div');
  document.body.replaceChildren(root);
  gallery = await mountGallery({ root, open: 'sample-thread', blocksWindows: true });
  const subscriptions = countSubscriptions(gallery.device);
  await until(() => named('Log for'));
  // A while after it is shown the pane loads what comes later, and subscribes to what becomes of contacts.
  await until(() => subscriptions.subscriptions > 0);
  const isThere = () => root.querySelector('.skeleton') === null;
  const round = async (number: number) => {
    await open();
    // Now and then it is closed before it is there.
    if (number % 3 !== 2) await until(isThere);
    await press('Back');
  };
  // What is made once and kept (a part that is loaded, the directory of contacts) is there after as many rounds.
  for (let number = 0; number < rounds; number += 1) await round(number);
  await until(isThere);
  await settled();
  const before = { ...subscriptions, nodes: root.querySelectorAll('*').length };
  const targets = listeners.targets();
  const heard = listeners.of(targets);
  for (let number = 0; number < rounds; number += 1) await round(number);
  await waitFor(() => {
    expect({ ...subscriptions, nodes: root.querySelectorAll('*').length }).toEqual(before);
    expect(listeners.of(targets)).toBeLessThanOrEqual(heard);
  });
});

/** What is still under way has come. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setTimeout(resolve, 0));
}
