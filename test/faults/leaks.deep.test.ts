import type { CDPSession } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import buildPane from '../support/build-pane.ts';
import { type Colleague, colleague } from '../support/colleague.ts';
import { type PreviewProcess, startPreviewProcess } from '../support/preview-process.ts';

let preview: PreviewProcess;
let anna: Colleague;
let session: CDPSession;

beforeAll(async () => {
  await buildPane();
  preview = await startPreviewProcess();
  anna = await colleague(preview);
  session = await anna.page.context().newCDPSession(anna.page);
  await session.send('Performance.enable');
  await anna.logButton().waitFor();
});
afterAll(async () => {
  await anna?.close();
  await preview?.dispose();
});

/** What is alive in the page after everything that can be collected was. Each live query and subscription has a signal. */
async function alive(): Promise<{ nodes: number; listeners: number; signals: number }> {
  for (let round = 0; round < 3; round += 1) {
    await anna.page.waitForTimeout(300);
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
async function grows(times: number, act: (round: number) => Promise<void>) {
  const tenth = Math.ceil(times / 10);
  for (let round = 0; round < tenth; round += 1) await act(round);
  const before = await alive();
  for (let round = tenth; round < times; round += 1) await act(round);
  const after = await alive();
  return { before, after, rounds: times - tenth };
}

/** Caches fill a little; what leaks grows with every round. */
function expectSteady({ before, after, rounds }: Awaited<ReturnType<typeof grows>>): void {
  for (const what of ['nodes', 'listeners', 'signals'] as const)
    expect(
      (after[what] - before[what]) / rounds,
      `${what} a round; ${before[what]} before, ${after[what]} after`,
    ).toBeLessThan(what === 'nodes' ? 2 : 0.2);
}

it('keeps nothing of five hundred changes of what is open', async () => {
  const options = anna.page.getByRole('option');
  const count = Math.min(await options.count(), 6);
  const changes = await grows(500, async (round) => {
    await options.nth(round % count).click();
    // Now and then it is read to the end; mostly the next one comes before.
    if (round % 10 === 0) await anna.pane.getByRole('heading', { level: 1 }).first().waitFor();
  });
  expectSteady(changes);
});

it.each(['Interaction log', 'Needs attention', 'Settings', 'Search'])(
  'keeps nothing of two hundred times the view %s',
  async (view) => {
    const { pane } = anna;
    await anna.page.reload();
    await anna.logButton().waitFor();
    const changes = await grows(200, async () => {
      if (view !== 'Search') await pane.getByRole('button', { name: 'Menu', exact: true }).click();
      await pane.getByRole(view === 'Search' ? 'button' : 'menuitem', { name: view, exact: true }).click();
      await pane.getByRole('button', { name: 'Back', exact: true }).click();
      await anna.logButton().waitFor();
    });
    expectSteady(changes);
  },
);
