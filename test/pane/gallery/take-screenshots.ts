import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from 'playwright-core';
import { build, preview } from 'vite';
import { chromiumFlags, findBrowser } from '../../../scripts/find-browser.ts';

/**
 * Takes a picture of every state into `test/output/pane`: `node test/pane/gallery/take-screenshots.ts [name …]`.
 */
const here = fileURLToPath(new URL('.', import.meta.url));
const output = fileURLToPath(new URL('../../output/pane/', import.meta.url));
const outDir = fileURLToPath(new URL('../../output/gallery/', import.meta.url));
mkdirSync(output, { recursive: true });

interface Shot {
  name: string;
  query: string;
  width?: number;
  act?: (page: Page) => Promise<void>;
}

const press = (name: RegExp) => async (page: Page) => {
  await page.getByRole('button', { name }).first().click();
};
const menu = (view: string) => async (page: Page) => {
  await press(/Menu|Valikko/)(page);
  await page.locator(`[data-view=${view}]`).click();
};
const log = press(/^(Log|Kirjaa)/);

const shots: Shot[] = [
  { name: 'mail-en', query: 'open=sample-thread' },
  { name: 'mail-fi-dark', query: 'open=sample-thread&language=fi&scheme=dark' },
  { name: 'five-fi', query: 'open=sample-five-recipients&language=fi' },
  { name: 'unknown-added-en', query: 'open=sample-unknown-company', act: press(/Add Liisa|as a contact/) },
  { name: 'known-company-fi', query: 'open=sample-known-company&language=fi', act: press(/Lisää kontaktiksi/) },
  { name: 'shared-en', query: 'open=sample-shared-address' },
  { name: 'private-en', query: 'open=sample-private' },
  { name: 'internal-en', query: 'open=sample-internal' },
  { name: 'compose-en', query: 'open=sample-compose' },
  { name: 'meeting-fi', query: 'open=sample-meeting&language=fi' },
  { name: 'future-en', query: 'open=sample-future' },
  { name: 'nothing-en', query: '' },
  { name: 'logged-en', query: 'open=sample-thread', act: log },
  { name: 'saved-offline-en', query: 'open=sample-thread&offline', act: log },
  { name: 'trouble-fi', query: 'open=sample-thread&trouble=storage-denied&language=fi', act: log },
  {
    name: 'more-note-en',
    query: 'open=sample-thread',
    act: async (page) => {
      await press(/^Note/)(page);
      await press(/^More/)(page);
    },
  },
  { name: 'payload-en', query: 'open=sample-thread', act: press(/Show exactly/) },
  {
    name: 'template-en',
    query: 'open=sample-thread',
    act: (page) => page.getByRole('combobox', { name: 'Interaction template' }).click(),
  },
  {
    name: 'search-en',
    query: 'open=sample-thread',
    act: async (page) => {
      await page.getByRole('combobox', { name: 'Add another contact' }).fill('har');
      await page.getByRole('option').first().waitFor();
    },
  },
  { name: 'why-en', query: 'open=sample-thread', act: press(/^Why/) },
  {
    name: 'entry-open-en',
    query: 'open=sample-thread',
    act: async (page) => {
      await page.locator('.row-line').nth(1).click();
      await page.getByRole('button', { name: 'Cancel entry' }).click();
    },
  },
  { name: 'log-fi', query: 'language=fi', act: menu('log') },
  { name: 'settings-fi', query: 'language=fi', act: menu('settings') },
  { name: 'menu-en', query: 'open=sample-thread', act: press(/Menu/) },
  { name: 'touch-en', query: 'open=sample-thread&touch' },
];

await build({
  configFile: false,
  root: here,
  base: './',
  logLevel: 'warn',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: { outDir, emptyOutDir: true, target: 'es2022' },
});
const server = await preview({
  configFile: false,
  root: here,
  build: { outDir },
  preview: { port: 4391 },
  logLevel: 'warn',
});
const address = server.resolvedUrls?.local[0] ?? '';
const browser = await chromium.launch({ executablePath: findBrowser() ?? '', args: chromiumFlags });
const wanted = process.argv.slice(2);
for (const { name, query, width = 320, act } of shots) {
  if (wanted.length > 0 && !wanted.some((part) => name.includes(part))) continue;
  const page = await browser.newPage({ viewport: { width, height: 860 }, deviceScaleFactor: 1.5 });
  page.on('pageerror', (error) => console.log(`${name}: ${error.stack}`));
  page.on('console', (message) => message.type() === 'error' && console.log(`${name}: ${message.text()}`));
  await page.goto(`${address}?${query}`);
  await page.locator('.status').waitFor();
  await page.waitForTimeout(300);
  try {
    await act?.(page);
  } catch (error) {
    console.log(`${name}: ${String(error).split('\n')[0]}`);
  }
  await page.waitForTimeout(400);
  await page.screenshot({ path: `${output}${name}.png` });
  await page.close();
}
await browser.close();
await server.close();
