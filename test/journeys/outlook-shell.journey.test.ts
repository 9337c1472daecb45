import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { chromiumFlags, findHeadlessBrowser } from '../../scripts/find-browser.ts';
import { startTestServer, type TestServer } from '../support/start-server.ts';

/** The page's shell on a real port with its service worker; Outlook's library is not to be had. */
const built = fileURLToPath(new URL('../../dist/pane', import.meta.url));
let browser: Browser;
let context: BrowserContext;
let page: Page;
let server: TestServer;
let folder: string;
let address: string;
/** While true, the way to the server is cut: not even its port answers. */
let isStopped: boolean;
let asked: string[];

beforeAll(async () => {
  const isolated = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1';
  browser = await chromium.launch({ executablePath: findHeadlessBrowser() ?? '', args: [...chromiumFlags, isolated] });
});
afterAll(() => browser?.close());

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'interlog-pages-'));
  cpSync(built, folder, { recursive: true });
  server = await startTestServer({ paneFolder: folder });
  const { fetch } = server.app;
  isStopped = false;
  asked = [];
  server.app.fetch = async (request, ...rest) => {
    asked.push(new URL(request.url).pathname);
    return isStopped ? new Response('the server is stopped', { status: 502 }) : fetch(request, ...rest);
  };
  address = await server.listen();
  context = await browser.newContext();
  page = await context.newPage();
});
afterEach(async () => {
  await context.close();
  await server.stop();
  rmSync(folder, { recursive: true });
});

/** Opens the page as Outlook would, with another query each time, and waits for its first words. */
let opened = 0;
async function open(on = page): Promise<void> {
  opened += 1;
  await on.goto(`${address}/outlook.html?et=&_host_Info=Outlook$Web$${opened}`);
  await on.getByRole('heading', { name: 'Sign in to Interlog' }).waitFor();
}

async function kept(): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
}

function newBuild(mark: string): void {
  const file = join(folder, 'outlook.html');
  const html = readFileSync(file, 'utf8').replace(
    /<meta name="build".*?>|(?=<title>)/,
    `<meta name="build" content="${mark}">`,
  );
  writeFileSync(file, html);
}

function build(of = page): Promise<string | null> {
  return of.evaluate(() => document.querySelector('meta[name=build]')?.getAttribute('content') ?? null);
}

it('the pane opens after one visit although its server is stopped, whatever its query is', async () => {
  await open();
  await kept();
  isStopped = true;
  await open();
  await page.getByRole('button', { name: 'Sign in' }).waitFor();
});

it('views that were never opened are there too', async () => {
  await open();
  await kept();
  isStopped = true;
  const list = JSON.parse(readFileSync(join(folder, 'shell.json'), 'utf8'));
  const files = Object.values<{ file: string }>(list).map(({ file }) => file);
  expect(files.length).toBeGreaterThan(10);
  await open();
  const found = await page.evaluate(
    async (names) => Promise.all(names.map(async (name) => (await fetch(`./${name}`)).ok)),
    files,
  );
  expect(found.every((ok) => ok)).toBe(true);
});

it('another page of it that was never seen by the service worker is there too', async () => {
  await open();
  await kept();
  isStopped = true;
  await page.goto(`${address}/web.html#log`);
  await page.getByRole('heading', { name: 'Sign in to Interlog' }).waitFor();
});

it('the API is never answered from what was kept', async () => {
  await open();
  await kept();
  await open();
  const healthy = await page.evaluate(async () => (await fetch('./healthz')).status);
  isStopped = true;
  const stopped = await page.evaluate(async () => [
    (await fetch('./healthz')).status,
    (await fetch('./v1/me')).status,
    (await fetch('./openapi.json')).status,
  ]);
  expect(healthy).toBe(200);
  expect(stopped).toEqual([502, 502, 502]);
});

it('a new build leaves an open page as it is and is there at the next opening', async () => {
  newBuild('one');
  await open();
  await kept();
  await page.getByRole('textbox').fill('half a code');
  newBuild('two');
  const other = await context.newPage();
  await open(other);
  expect(await build(other)).toBe('two');
  expect(await build()).toBe('one');
  expect(await page.getByRole('textbox').inputValue()).toBe('half a code');
  await open();
  expect(await build()).toBe('two');
});

it('a page that was fetched last is the one that opens without the server', async () => {
  newBuild('one');
  await open();
  await kept();
  newBuild('two');
  await open();
  isStopped = true;
  await open();
  expect(await build()).toBe('two');
});

it('files with a hash in their name are asked for once', async () => {
  await open();
  await kept();
  await open();
  asked.length = 0;
  await open();
  expect(asked.filter((path) => path.startsWith('/assets/'))).toEqual([]);
  expect(asked).toContain('/outlook.html');
});
