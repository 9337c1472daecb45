import type { Page } from 'playwright-core';
import { atMost, type Bench } from '../bench.ts';
import { inTurns, median } from '../median.ts';
import { inBrowser } from './browser-bench.ts';

export const paneReady: Bench = {
  name: 'pane-ready',
  what: 'page start → enabled Log button for the open mail, processor 4 × slower, beside a bare preact and Dexie page',
  run: () =>
    inBrowser(async ({ open, server: { url, token, account } }) => {
      const ours = await open('pane');
      // The first start signs in and fills the database; those that count find it, as every start but the first does.
      const kept = JSON.stringify({ account, token });
      await ours.evaluate((session) => localStorage.setItem('interlog.session.bench', session), kept);
      await ours.goto(`${url}/pane.html`);
      await isReady(ours);
      const theirs = await open('bare-pane');
      await isReady(theirs);
      for (const page of [ours, theirs]) {
        const session = await page.context().newCDPSession(page);
        await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
      }
      const reload = async (page: Page) => {
        await page.bringToFront();
        const said = page.waitForEvent('console', (message) => message.text().startsWith('ready after '));
        await page.reload();
        return Number((await said).text().slice('ready after '.length));
      };
      const times = await inTurns(
        { count: 15, warmUp: 2 },
        () => reload(ours),
        () => reload(theirs),
      );
      const value = median(times.ours);
      return atMost(1.5, { name: 'pane-ready', value, unit: 'ms', against: median(times.theirs) });
    }),
};

async function isReady(page: Page): Promise<void> {
  await page.waitForFunction(() => window.readyAfter !== undefined, undefined, { timeout: 60_000 });
}
