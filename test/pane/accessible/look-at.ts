import axe, { type RunOptions } from 'axe-core';
import { expect } from 'vitest';
import { page } from 'vitest/browser';
import { type Gallery, type GalleryOptions, mountGallery } from '../gallery/gallery.ts';

/** Waits for what the page comes to show; there is no other sign of it than the page itself. */
export async function until<T>(look: () => T | null | undefined | false): Promise<T> {
  return await expect
    .poll(() => look() || undefined, { timeout: 30_000, interval: 5 })
    .toBeTruthy()
    .then(() => look() as T); // just found
}

export async function click(selector: string, at = 0): Promise<void> {
  const found = await until(() => document.querySelectorAll<HTMLElement>(selector)[at]);
  found.click();
}

/** A new page of so many pixels with nothing on it but what is put into the element. */
export async function emptyPage(width: number): Promise<HTMLElement> {
  await page.viewport(width, 720);
  document.body.style.margin = '0';
  const root = document.createElement('div');
  document.body.replaceChildren(root);
  return root;
}

export async function mountPane(options: Omit<GalleryOptions, 'root'>): Promise<Gallery> {
  const gallery = await mountGallery({ root: await emptyPage(320), ...options });
  await until(() => document.querySelector('.status'));
  return gallery;
}

/** What axe finds wrong with the page as it is. */
export async function faults(options: RunOptions = {}): Promise<string[]> {
  // Colours are measured when they have come to rest.
  for (const moving of document.getAnimations()) if (moving instanceof CSSTransition) moving.finish();
  const { violations } = await axe.run(document.body, {
    rules: { region: { enabled: false } }, // the pane's page holds nothing but the pane
    ...options,
  });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}

/** What axe finds wrong once the mail client has turned dark, of what colours and sizes decide: nothing else differs then. */
export async function faultsInTheDark({ host, root }: Gallery): Promise<string[]> {
  host.setTheme({ scheme: 'dark' });
  await until(() => root.matches('[data-scheme=dark]') || root.querySelector('[data-scheme=dark]'));
  const values = ['color-contrast', 'link-in-text-block', 'scrollable-region-focusable', 'target-size'];
  return faults({ rules: {}, runOnly: { type: 'rule', values } });
}

/** Nothing sticks out to the side, and what is longer than the window scrolls inside the pane, not away with it. */
export function expectToFit(width: number): void {
  const { scrollWidth, scrollHeight } = document.documentElement;
  expect(scrollWidth).toBeLessThanOrEqual(width);
  for (const part of document.querySelectorAll('.main, .log-chosen, .split-chosen'))
    expect(part.scrollWidth, part.className).toBeLessThanOrEqual(part.clientWidth);
  expect(scrollHeight, 'the height of the page').toBeLessThanOrEqual(window.innerHeight);
}
