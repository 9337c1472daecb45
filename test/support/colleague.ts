import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Locator, type Page } from 'playwright-core';
import { chromiumFlags, findHeadlessBrowser } from '../../scripts/find-browser.ts';
import type { PreviewProcess } from './preview-process.ts';

/** One colleague at their own machine: a browser with a profile of its own, and the preview open in it. */
export interface Colleague {
  page: Page;
  /** The pane beside the mailbox. */
  pane: Locator;
  /** Opens the item of the mailbox whose line holds `text`, and waits until the pane shows it. */
  open(text: string | RegExp): Promise<void>;
  logButton(): Locator;
  connect(on: boolean): Promise<void>;
  /** Waits until this page, and the parts of it that are loaded later, can do without the server. */
  shellKept(): Promise<void>;
  /** Closes the browser (or lets it crash) and opens it again on the same profile. */
  reopen(how?: 'close' | 'crash'): Promise<void>;
  close(): Promise<void>;
}

export interface ColleagueOptions {
  as?: 'anna' | 'mika' | 'sofia';
  locale?: string;
  colorScheme?: 'light' | 'dark';
  viewport?: { width: number; height: number };
  /** How far the clock of the machine is ahead, in milliseconds. */
  clockOff?: number;
}

export async function colleague(preview: PreviewProcess, options: ColleagueOptions = {}): Promise<Colleague> {
  const profile = await mkdtemp(join(tmpdir(), 'interlog-profile-'));
  const {
    as = 'anna',
    locale = 'en-GB',
    colorScheme = 'light',
    viewport = { width: 1280, height: 900 },
    clockOff = 0,
  } = options;
  let context: BrowserContext;
  const self: Colleague = {
    page: undefined as unknown as Page, // set by `start` before anyone sees it
    pane: undefined as unknown as Locator, // likewise
    async open(text) {
      const line = self.page.getByRole('option').filter({ hasText: text }).first();
      await line.click();
      const subject = await line.locator('.mb-subject').innerText();
      await self.pane.locator('.item-subject').filter({ hasText: subject }).waitFor();
    },
    logButton: () => self.pane.getByRole('button', { name: /^(Log for|Kirjaa)/ }),
    async connect(on) {
      const connection = self.page.getByRole('switch', { name: /Connection|Yhteys/ });
      if ((await connection.getAttribute('aria-checked')) !== String(on)) await connection.click();
    },
    async shellKept() {
      await self.page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    },
    async reopen(how = 'close') {
      if (how === 'crash') await crash(context);
      else await context.close();
      await start();
    },
    async close() {
      await context.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };

  async function start(): Promise<void> {
    context = await chromium.launchPersistentContext(profile, {
      executablePath: findHeadlessBrowser() ?? '',
      args: chromiumFlags,
      headless: true,
      locale,
      colorScheme,
      viewport,
      timezoneId: 'Europe/Helsinki',
    });
    if (clockOff !== 0) await context.addInitScript(shiftClock, clockOff);
    // Tests wait for events, and on a busy machine these may take their time.
    context.setDefaultTimeout(60_000);
    self.page = context.pages()[0] ?? (await context.newPage());
    await self.page.goto(`${preview.address}&as=${as}`);
    self.pane = self.page.locator('.mb-pane-slot');
    await self.pane.getByRole('heading', { name: /Tarjous 2291/ }).waitFor();
  }

  await start();
  // The item's heading needs its host alone; what can be logged, with whom and as what, this device has from the server.
  await self.pane.getByText(/^(Up to date|Ajan tasalla)$/).waitFor();
  return self;
}

/** With how many contacts a click on a log button logs: "Log for 2 contacts", "Log for Bob". */
export async function contactsOn(logButton: Locator): Promise<number> {
  return Number(/\d+/.exec(await logButton.innerText())?.[0] ?? 1);
}

/** Runs in every page before anything else: its clock is `off`, and goes on as clocks do. */
function shiftClock(off: number): void {
  const Right = Date;
  class Wrong extends Right {
    constructor(...of: unknown[]) {
      if (of.length === 0) super(Right.now() + off);
      else super(...(of as [number])); // as `Date` takes them
    }
    static override now(): number {
      return Right.now() + off;
    }
  }
  Object.assign(globalThis, { Date: Wrong });
}

/** The whole browser dies at once, without a word to its pages. */
async function crash(context: BrowserContext): Promise<void> {
  const browser: Browser | null = context.browser();
  const closed = new Promise((resolve) => context.once('close', resolve));
  const session = await browser?.newBrowserCDPSession();
  await session?.send('Browser.crash').catch(() => undefined); // it dies before it can answer
  await closed;
}

/** What the server holds for a colleague, asked as the device asks. */
export async function serverLog(preview: PreviewProcess, as: 'anna' | 'mika' | 'sofia' = 'sofia') {
  const address = new URL(preview.address);
  const code = new URLSearchParams(address.hash.slice(1)).get('token');
  const headers = { 'content-type': 'application/json', origin: address.origin };
  const signedIn = await fetch(`${address.origin}/v1/sign-in`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ code, as }),
  });
  const { token } = (await signedIn.json()) as { token: string };
  const rows: ServerRow[] = [];
  const contacts = (await pullAll(address.origin, token, 'contacts')).filter((row) => row.kind === 'contact');
  for (const contact of contacts) rows.push(...(await pullAll(address.origin, token, `history:${contact.id}`)));
  const unique = new Map(rows.map((row) => [`${row.kind}:${row.id}`, row]));
  return {
    rows: [...contacts, ...unique.values()],
    entries: [...unique.values()].filter((row) => row.kind === 'entry'),
    comments: [...unique.values()].filter((row) => row.kind === 'comment'),
    contacts,
  };
}

/** The entries that the log has gained since `before`. */
export async function entriesSince(preview: PreviewProcess, before: readonly ServerRow[]): Promise<ServerRow[]> {
  const known = new Set(before.map((entry) => entry.id));
  return (await serverLog(preview)).entries.filter((entry) => !known.has(entry.id));
}

/** A row as JSON: journeys look only at what a reader of the log would. */
export interface ServerRow {
  kind: string;
  id: string;
  rev: number;
  name?: string;
  description?: string;
  subject?: string;
  note?: string;
  text?: string;
  body?: string;
  contactId?: string;
  companyId?: string | null;
  mergedInto?: string | null;
  canceled?: unknown[];
  email?: string;
  flow?: string;
  at?: string | null;
  day?: string;
  minutes?: number;
  origin?: string;
  salespersonCode?: string;
}

async function pullAll(origin: string, token: string, scope: string): Promise<ServerRow[]> {
  const rows: ServerRow[] = [];
  let query = '';
  for (;;) {
    const url = `${origin}/v1/pull?scope=${encodeURIComponent(scope)}&limit=500${query}`;
    const response = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
    const page = (await response.json()) as { rows: ServerRow[]; cursor: string; more: boolean; older: string | null };
    rows.push(...page.rows);
    if (page.more) query = `&cursor=${encodeURIComponent(page.cursor)}`;
    else if (page.older !== null) query = `&before=${encodeURIComponent(page.older)}`;
    else return rows;
  }
}
