import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Colleague, colleague, entriesSince, serverLog } from '../support/colleague.ts';
import { type PreviewProcess, startPreviewProcess } from '../support/preview-process.ts';

let preview: PreviewProcess;
let anna: Colleague;

beforeAll(async () => {
  preview = await startPreviewProcess();
  anna = await colleague(preview, { locale: 'fi-FI', colorScheme: 'dark' });
});
afterAll(async () => {
  await anna?.close();
  await preview?.dispose();
});

/** Presses Tab until what has the focus is named `name`; fails when the page has been gone round without meeting it. */
async function tabTo(name: RegExp): Promise<void> {
  const seen: string[] = [];
  for (let presses = 0; presses < 60; presses += 1) {
    await anna.page.keyboard.press('Tab');
    const focused = await anna.page.evaluate(() => {
      const element = document.activeElement;
      const labels =
        element instanceof HTMLElement && 'labels' in element ? (element.labels as NodeListOf<HTMLElement>) : []; // form controls have them
      const label = [...labels].map((one) => one.textContent ?? '').join(' ');
      return `${element?.getAttribute('aria-label') ?? ''} ${label} ${element?.textContent ?? ''}`;
    });
    seen.push(focused.trim());
    if (name.test(focused)) return;
  }
  throw new Error(`Tab never reached ${name}: ${seen.join(' | ')}`);
}

it('opens a mail, writes a note, logs it and takes it back with the keyboard alone, in Finnish', async () => {
  const before = (await serverLog(preview)).entries;
  const { keyboard } = anna.page;
  await anna.page.locator('.mb-item[aria-selected=true]').focus();
  await keyboard.press('End');
  await keyboard.press('Home');
  for (let downs = 0; downs < 30; downs += 1) {
    if (await anna.page.locator('.mb-item[aria-selected=true]').getByText('Lauantain kierros').isVisible()) break;
    await keyboard.press('ArrowDown');
  }
  await anna.pane.getByRole('heading', { name: /Lauantain kierros/ }).waitFor();

  await anna.logButton().and(anna.pane.locator('[aria-disabled=false]')).waitFor();
  await tabTo(/^\s*(Huomautus|Muistiinpano)/);
  await keyboard.press('Enter');
  await keyboard.type('Avain löytyy naapurista');
  await keyboard.press('Control+Enter');
  await anna.pane.getByText('Lokissa', { exact: false }).first().waitFor();
  const [logged, ...more] = await entriesSince(preview, before);
  expect(more).toEqual([]);
  expect(logged?.note).toBe('Avain löytyy naapurista');

  // The way back is there, and the keyboard's place with it, before the first Tab.
  await anna.pane.getByRole('button', { name: 'Kumoa' }).first().waitFor();
  await tabTo(/Kumoa/);
  await keyboard.press('Enter');
  await expect.poll(async () => (await entriesSince(preview, before))[0]?.canceled?.length).toBe(1);
});
