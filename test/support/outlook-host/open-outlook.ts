import { existsSync, readFileSync } from 'node:fs';
import { createRequire, stripTypeScriptTypes } from 'node:module';
import { dirname, extname, join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Frame, type Page, type Route } from 'playwright-core';
import { afterAll } from 'vitest';
import { chromiumFlags, findBrowser, findHeadlessBrowser } from '../../../scripts/find-browser.ts';
import type { Fault } from './page/emulated-outlook.ts';
import type { MailboxItem } from './page/mailbox-item.ts';

export const paneOrigin = 'https://pane.example';

export interface OutlookOptions {
  /** The mailbox: its items by name. */
  items: Record<string, MailboxItem>;
  /** The page that is framed, such as `/outlook.html`. */
  path: string;
  /** Answers what the pane asks of its own origin. */
  serve: (request: Request) => Promise<Response>;
  locale?: string;
  /** The requirement set that the host claims. */
  set?: string;
  user?: { name: string; address: string };
  /** `partitioned`: what today's browsers give a framed page; `denied`: third-party storage is blocked. */
  storage?: 'partitioned' | 'denied';
  /** A library that never arrives. */
  hanging?: 'office.js' | 'MicrosoftAjax';
  colorScheme?: 'light' | 'dark';
  forcedColors?: 'active' | 'none';
  /** Runs in every frame before its scripts. */
  initScript?: string;
}

/** Outlook on the web around one pane, in a real browser with the real office.js; all other traffic is refused. */
export interface OpenOutlook {
  page: Page;
  context: BrowserContext;
  /** URLs that were asked for and refused, and errors that the pages wrote. */
  refused: string[];
  errors: string[];
  frame(): Promise<Frame>;
  open(item: string | null): Promise<void>;
  select(item: string | null, options?: { quietly?: boolean }): Promise<void>;
  edit(change: Partial<MailboxItem>, event?: string): Promise<void>;
  put(name: string, item: MailboxItem): Promise<void>;
  item(name: string): Promise<MailboxItem>;
  fault(fault: Fault): Promise<void>;
  noFaults(): Promise<void>;
  /** Waits until that many answers are held back, then lets them go. */
  releaseHeld(count: number): Promise<void>;
  heldCalls(count: number): Promise<void>;
  calls(): Promise<string[]>;
  /** What was to be opened in windows of their own: the method and the item's id. */
  displayed(): Promise<string[]>;
  setTheme(theme: Record<string, number>): Promise<void>;
  /** The library that hung comes after all. */
  arrive(): Promise<void>;
  close(): Promise<void>;
}

const hostOrigin = 'https://outlook.office.com';
const hostPages = join(import.meta.dirname, 'page');
const officeJs = join(dirname(createRequire(import.meta.url).resolve('@microsoft/office-js/package.json')), 'dist');
const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.ts': 'text/javascript; charset=utf-8',
  '.css': 'text/css',
};

const scripts = new Map<string, string | undefined>();
/** The text of a file as a browser takes it; undefined where there is none. Each is read once. */
function scriptOf(path: string): string | undefined {
  if (!scripts.has(path)) {
    const text = existsSync(path) ? readFileSync(path, 'utf8') : undefined;
    scripts.set(path, text !== undefined && extname(path) === '.ts' ? stripTypeScriptTypes(text) : text);
  }
  return scripts.get(path);
}

const browsers = new Map<string, Promise<Browser>>();
afterAll(async () => {
  for (const browser of browsers.values()) await (await browser).close();
});

/** One browser a test file and kind of storage. */
function browserWith(storage: 'partitioned' | 'denied'): Promise<Browser> {
  // Playwright switches the partitioning of third-party storage off; naming any feature puts the browser's default back.
  const partitioned = storage === 'denied' ? [] : ['--disable-features=Translate'];
  const executablePath = (storage === 'denied' ? findBrowser() : findHeadlessBrowser()) ?? '';
  const running =
    browsers.get(storage) ?? chromium.launch({ executablePath, args: [...chromiumFlags, ...partitioned] });
  browsers.set(storage, running);
  return running;
}

export async function openOutlook(options: OutlookOptions): Promise<OpenOutlook> {
  const browser = await browserWith(options.storage ?? 'partitioned');
  const context = await browser.newContext({
    viewport: { width: 1024, height: 800 },
    colorScheme: options.colorScheme ?? 'light',
    forcedColors: options.forcedColors ?? 'none',
    serviceWorkers: 'block',
  });
  // Tests wait for events, and on a busy machine these may take their time.
  context.setDefaultTimeout(60_000);
  const refused: string[] = [];
  const errors: string[] = [];
  const refuse = (route: Route) => {
    refused.push(route.request().url());
    return route.abort();
  };
  const file = (route: Route, path: string) => {
    const body = scriptOf(path);
    if (body === undefined) return refuse(route);
    return route.fulfill({ body, contentType: types[extname(path)] ?? 'application/octet-stream' });
  };
  const pathOf = (route: Route) => decodeURIComponent(new URL(route.request().url()).pathname);

  const held: Route[] = [];
  let hasArrived = false;
  const library = (route: Route) =>
    // The library asks in mixed case for files that the package has in lower case.
    file(route, join(officeJs, pathOf(route).replace('/lib/1/hosted/', '').toLowerCase()));
  const ajax = (route: Route) => file(route, join(import.meta.dirname, 'microsoft-ajax-stand-in.js'));

  await context.route('**/*', refuse);
  await context.route(`${hostOrigin}/**`, (route) =>
    file(route, join(hostPages, pathOf(route).replace(/\/$/, '/index.html'))),
  );
  await context.route(`${paneOrigin}/**`, (route) => forward(route, options.serve));
  await context.route('https://appsforoffice.microsoft.com/lib/1/hosted/**', (route) => {
    // A hanging answer is one that is not given before it arrives; the request ends with the page.
    if (options.hanging === 'office.js' && !hasArrived) return void held.push(route);
    return library(route);
  });
  await context.route('https://ajax.aspnetcdn.com/ajax/3.5/MicrosoftAjax.js', (route) => {
    if (options.hanging === 'MicrosoftAjax' && !hasArrived) return void held.push(route);
    return ajax(route);
  });
  if (options.initScript) await context.addInitScript(options.initScript);

  const page = await context.newPage();
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(`${message.text()} (${message.location().url})`);
  });
  const user = options.user ?? { name: 'Anna Korhonen', address: 'anna.korhonen@aurinko.example' };
  const query = new URLSearchParams({
    addin: `${paneOrigin}${options.path}`,
    locale: options.locale ?? 'en-US',
    ...user,
  });
  if (options.set) query.set('set', options.set);
  await page.goto(`${hostOrigin}/?${query}`);
  await page.waitForFunction(() => window.outlook !== undefined);
  await page.evaluate((items) => {
    window.mailbox = items;
  }, options.items);

  return {
    page,
    context,
    refused,
    errors,
    async frame() {
      const element = await page.waitForSelector('iframe');
      const frame = await element.contentFrame();
      if (!frame) throw new Error('the pane has no frame');
      return frame;
    },
    async open(item) {
      await page.evaluate((name) => window.outlook.open(name === null ? null : (window.mailbox[name] ?? null)), item);
    },
    async select(item, { quietly = false } = {}) {
      await page.evaluate(
        ([name, quiet]) =>
          window.outlook.select(name === null ? null : (window.mailbox[name] ?? null), { quietly: quiet }),
        [item, quietly] as const,
      );
    },
    async edit(change, event) {
      await page.evaluate(([what, name]) => window.outlook.edit(what, name), [change, event] as const);
    },
    async put(name, item) {
      await page.evaluate(
        ([key, value]) => {
          window.mailbox[key] = value;
        },
        [name, item] as const,
      );
    },
    async item(name) {
      const item = await page.evaluate((key) => window.mailbox[key], name);
      if (!item) throw new Error(`no item ${name}`);
      return item;
    },
    async fault(fault) {
      await page.evaluate((what) => window.outlook.fault(what), fault);
    },
    async noFaults() {
      await page.evaluate(() => window.outlook.noFaults());
    },
    async releaseHeld(count) {
      await page.waitForFunction((wanted) => window.outlook.heldCalls() >= wanted, count);
      await page.evaluate(() => window.outlook.release());
    },
    async heldCalls(count) {
      await page.waitForFunction((wanted) => window.outlook.heldCalls() >= wanted, count);
    },
    async displayed() {
      return page.evaluate(() => [...window.outlook.displayed]);
    },
    async calls() {
      return page.evaluate(() => [...window.outlook.calls]);
    },
    async setTheme(theme) {
      await page.evaluate((colours) => window.outlook.setTheme(colours), theme);
    },
    async arrive() {
      hasArrived = true;
      for (const route of held.splice(0)) await (options.hanging === 'office.js' ? library(route) : ajax(route));
    },
    async close() {
      await context.close();
    },
  };
}

/** Hands a request of the page to `serve` and its answer back, so that no port is opened. */
async function forward(route: Route, serve: (request: Request) => Promise<Response>): Promise<void> {
  const asked = route.request();
  const body = asked.postDataBuffer();
  const headers = new Headers(await asked.allHeaders().then(withoutPseudo));
  const request = new Request(asked.url(), {
    method: asked.method(),
    headers,
    ...(body ? { body: new Uint8Array(body) } : {}),
  });
  try {
    const response = await serve(request);
    await route.fulfill({
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: Buffer.from(await response.arrayBuffer()),
    });
  } catch {
    // What cannot be served is what a stopped server looks like; a closed page takes no answer at all.
    await route.abort('connectionrefused').catch(() => undefined);
  }
}

function withoutPseudo(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !name.startsWith(':')));
}
