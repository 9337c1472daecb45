import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { chromiumFlags, findBrowser } from '../../scripts/find-browser.ts';
import buildPane from '../support/build-pane.ts';
import { contactsOn, entriesSince, serverLog } from '../support/colleague.ts';
import { type PreviewProcess, startPreviewProcess } from '../support/preview-process.ts';

beforeAll(buildPane);

// Mails that nobody has logged before: with what a colleague has, what is logged offline is joined later.
const subjects = [
  'Tarjous 2291',
  'Koulutuspäivän ohjelma',
  'Lauantain kierros',
  'Leverans vecka 48',
  'Liefertermin Pumpe',
];

it.each([1, 2, 3, 4])(
  'has in the log what it said was saved, when the browser is killed right after: workspace %i',
  async () => {
    const preview = await startPreviewProcess();
    const profile = await mkdtemp(join(tmpdir(), 'interlog-killed-'));
    let context = await launch(profile);
    try {
      const before = (await serverLog(preview)).entries;
      for (const subject of subjects) {
        let page = await openPreview(context, preview);
        await page.getByRole('option').filter({ hasText: subject }).first().click();
        const pane = page.locator('.mb-pane-slot');
        await pane.getByRole('heading', { name: subject }).waitFor();
        const button = pane.getByRole('button', { name: /^Log for/ });
        await button.waitFor();
        // Without the network only the device can have it.
        await page.getByRole('switch', { name: 'Connection' }).click();
        const promised = await contactsOn(button);
        await button.click();
        await pane.getByText('Saved on this device').first().waitFor();
        await kill(context);

        context = await launch(profile);
        page = await openPreview(context, preview);
        const logged = async () => {
          const entries = await entriesSince(preview, before);
          return entries.filter((entry) => entry.subject?.includes(subject)).map(({ contactId }) => contactId);
        };
        await expect.poll(async () => (await logged()).length, { timeout: 60_000 }).toBe(promised);
        const contacts = await logged();
        expect(new Set(contacts).size).toBe(contacts.length);
      }
    } finally {
      await context.close();
      await preview.dispose();
      await rm(profile, { recursive: true, force: true, maxRetries: 10 });
    }
  },
);

async function launch(profile: string): Promise<BrowserContext> {
  const context = await chromium.launchPersistentContext(profile, {
    ...{ executablePath: findBrowser() ?? '', args: chromiumFlags, headless: true, locale: 'en-GB' },
    ...{ viewport: { width: 1280, height: 900 }, timezoneId: 'Europe/Helsinki' },
  });
  context.setDefaultTimeout(60_000);
  return context;
}

async function openPreview(context: BrowserContext, preview: PreviewProcess): Promise<Page> {
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(`${preview.address}&as=anna`);
  const pane = page.locator('.mb-pane-slot');
  await pane.getByRole('heading', { name: 'Tarjous 2291' }).waitFor();
  // Who is to be logged with, this device has from the server; and what it held back is with the server.
  await pane.getByText('Up to date', { exact: true }).waitFor();
  return page;
}

/** The browser's own process gets SIGKILL: nothing of it runs any more, its helpers end without it. */
async function kill(context: BrowserContext): Promise<void> {
  const closed = new Promise((resolve) => context.once('close', resolve));
  const session = await context.browser()?.newBrowserCDPSession();
  const { processInfo = [] } = (await session?.send('SystemInfo.getProcessInfo')) ?? {};
  const main = processInfo.find(({ type }) => type === 'browser');
  if (!main) throw new Error('the browser does not tell its process');
  process.kill(main.id, 'SIGKILL');
  await closed;
}
