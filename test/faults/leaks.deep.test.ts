import type { CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { View } from '../../src/pane/state/pane-state.ts';
import buildPane from '../support/build-pane.ts';
import { type Colleague, colleague } from '../support/colleague.ts';
import { openWide } from '../support/open-wide.ts';
import { type PreviewProcess, startPreviewProcess } from '../support/preview-process.ts';

let preview: PreviewProcess;
let anna: Colleague;
/** The page that is looked at. */
let page: Page;
let session: CDPSession;

beforeAll(async () => {
  await buildPane();
  preview = await startPreviewProcess();
  anna = await colleague(preview);
  await lookAt(anna.page);
  await anna.logButton().waitFor();
});
afterAll(async () => {
  await anna?.close();
  await preview?.dispose();
});

async function lookAt(looked: Page): Promise<void> {
  page = looked;
  session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
}

/** What is alive in the page after everything that can be collected was. Each live query and subscription has a signal. */
async function alive(): Promise<{ nodes: number; listeners: number; signals: number }> {
  for (let round = 0; round < 3; round += 1) {
    await page.waitForTimeout(300);
    await session.send('HeapProfiler.collectGarbage');
  }
  const { metrics } = await session.send('Performance.getMetrics');
  const metric = (name: string) => metrics.find((one) => one.name === name)?.value ?? Number.NaN;
  return { nodes: metric('Nodes'), listeners: metric('JSEventListeners'), signals: await countOf('AbortSignal') };
}

async function countOf(name: string): Promise<number> {
  const { result } = await session.send('Runtime.evaluate', { expression: `${name}.prototype` });
  const { objects } = await session.send('Runtime.queryObjects', { prototypeObjectId: result.objectId ?? '' });
  const { result: length } = await session.send('Runtime.callFunctionOn', {
    ...{ objectId: objects.objectId ?? '', functionDeclaration: 'function () { return this.length; }' },
    returnByValue: true,
  });
  await session.send('Runtime.releaseObject', { objectId: objects.objectId ?? '' });
  return Number(length.value);
}

/** Lets `act` happen `times` times and holds what is alive afterwards to what was after the first tenth. */
async function grows(times: number, act: (from: number, to: number) => Promise<void>) {
  const tenth = Math.ceil(times / 10);
  await act(0, tenth);
  const before = await alive();
  await act(tenth, times);
  const after = await alive();
  return { before, after, rounds: times - tenth };
}

/** Caches fill a little; what leaks grows with every round. */
function expectSteady({ before, after, rounds }: Awaited<ReturnType<typeof grows>>): void {
  for (const what of ['nodes', 'listeners', 'signals'] as const)
    expect(
      (after[what] - before[what]) / rounds,
      `${what} a round; ${before[what]} before, ${after[what]} after`,
    ).toBeLessThan(what === 'nodes' ? 0.5 : 0.2);
}

it('keeps nothing of five hundred changes of what is open', async () => {
  const options = anna.page.getByRole('option');
  const count = Math.min(await options.count(), 6);
  const changes = await grows(500, async (from, to) => {
    for (let round = from; round < to; round += 1) {
      await options.nth(round % count).click();
      // Now and then it is read to the end; mostly the next one comes before.
      if (round % 10 === 0) await anna.pane.getByRole('heading', { level: 1 }).first().waitFor();
    }
  });
  expectSteady(changes);
});

/**
 * How one comes to each view but the wide page, which is another one (below), and back to where one step more leads home:
 * what is clicked, by selector or by its first words.
 */
const byMenu = (view: View) => ['=Menu', `[role=menuitem][data-view=${view}]`];
const ways: Record<Exclude<View, 'home' | 'wide'>, string[]> = {
  new: byMenu('new'),
  due: byMenu('due'),
  postponed: byMenu('postponed'),
  search: ['=Search'],
  contacts: byMenu('contacts'),
  contact: [...byMenu('contacts'), '=Pekka Kivi', '.contact-head h1', '=Back'],
  import: [...byMenu('contacts'), '=Import', 'h1', '=Back'],
  matching: [...byMenu('settings'), '=Matching rules', 'h1', '=Back'],
  log: byMenu('log'),
  entry: [...byMenu('log'), '.log-cards .row-line', '.entry-page h1', '=Back'],
  summary: byMenu('summary'),
  cold: byMenu('cold'),
  'clean-up': byMenu('clean-up'),
  attention: byMenu('attention'),
  templates: byMenu('templates'),
  campaigns: byMenu('campaigns'),
  salespeople: byMenu('salespeople'),
  settings: byMenu('settings'),
};

it.each(Object.entries(ways))('keeps nothing of two hundred times the view %s', async (_, way) => {
  await anna.page.reload();
  await anna.logButton().waitFor();
  const steps = [...way, '=Back', '.log-button'];
  const changes = await grows(200, (from, to) =>
    anna.page.evaluate(clickThrough, { root: '.mb-pane-slot', steps, times: to - from }),
  );
  expectSteady(changes);
});

/** Fewer rounds than in the pane: all of them together take no more than two minutes. */
it('keeps nothing of twenty times each place of the wide page', async () => {
  await anna.page.reload();
  await anna.logButton().waitFor();
  await lookAt(await openWide(anna));
  const places = await page.locator('.place').evaluateAll((all) => all.map((one) => one.getAttribute('data-view')));
  expect(places.length).toBeGreaterThan(8);
  // Another view has a heading when it is there; the grid is the log's, with which the page opens.
  const steps = places.flatMap((place) => [`.place[data-view=${place}]`, 'h1', '.place[data-view=log]', '[role=grid]']);
  const changes = await grows(20, (from, to) => page.evaluate(clickThrough, { root: 'body', steps, times: to - from }));
  // A round is a whole walk through all of them.
  expectSteady({ ...changes, rounds: changes.rounds * places.length });
});

interface Walk {
  /** In which part of the page. */
  root: string;
  steps: string[];
  times: number;
}

/** Runs in the page: clicks one after another as soon as each is there, all but the last, which is only waited for. */
async function clickThrough({ root, steps, times }: Walk): Promise<void> {
  const pane = document.querySelector(root);
  // What is behind the view that is shown is there as well.
  const buttons = () =>
    [...(pane?.querySelectorAll<HTMLElement>('button') ?? [])].filter((one) => one.checkVisibility());
  const find = (step: string) =>
    step.startsWith('=')
      ? buttons().find((one) => (one.ariaLabel ?? one.textContent).trim().startsWith(step.slice(1)))
      : [...(pane?.querySelectorAll<HTMLElement>(step) ?? [])].find((one) => one.checkVisibility());
  for (let round = 0; round < times; round += 1)
    for (const [at, step] of steps.entries()) {
      let found: HTMLElement | undefined;
      do {
        // A frame and what it leaves to be done after it, such as moving the focus: nobody clicks sooner.
        await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
        found = find(step);
      } while (!found);
      if (at < steps.length - 1) found.click();
    }
}
