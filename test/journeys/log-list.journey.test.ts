import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Colleague, colleague, serverLog } from '../support/colleague.ts';
import { openWide } from '../support/open-wide.ts';
import { type PreviewProcess, startPreviewProcess } from '../support/preview-process.ts';

let preview: PreviewProcess;
let anna: Colleague;
let wide: Page;
/** How many lines the log has before anything narrows it. */
let all: number;

beforeAll(async () => {
  preview = await startPreviewProcess();
  anna = await colleague(preview);
  wide = await openWide(anna);
  await wide.getByText(/That is all of it/).waitFor();
  all = await line('').count();
});
afterAll(async () => {
  await anna?.close();
  await preview?.dispose();
});

const line = (text: string) => wide.locator('tr[data-entry]').filter({ hasText: text });
const button = (name: string, within: Page | Locator = wide) => within.getByRole('button', { name, exact: true });
/** Ends when the whole log is there again: what is chosen before would be chosen in the list that goes. */
const showAll = async () => {
  await button('Show all').click();
  await expect.poll(() => line('').count()).toBe(all);
};
const hash = () => new URL(wide.url()).hash;
const focused = (part: string) => wide.locator(':focus').evaluate((on, name) => on.getAttribute(name), part);
const canceledOf = async (ids: readonly string[]) => {
  const { entries } = await serverLog(preview);
  return ids.map((id) => entries.find((entry) => entry.id === id)?.canceled?.length);
};
const idsOf = (lines: Locator) => lines.evaluateAll((all) => all.map((one) => one.getAttribute('data-entry') ?? ''));

describe('by mouse', () => {
  it('the log is narrowed, and the browser’s way back undoes it step by step', async () => {
    await button('Not reached').click();
    await expect.poll(() => line('').count()).toBeLessThan(all);
    await button('Mine').click();
    expect(hash()).toMatch(/^#log\?salesperson=\w+&status=attempt-failed$/);
    await wide.goBack();
    await expect.poll(hash).toBe('#log?status=attempt-failed');
    await wide.goBack();
    await expect.poll(hash).toBe('');
    await expect.poll(() => line('').count()).toBe(all);
  });

  it('an address that was kept opens the same list again', async () => {
    await button('Canceled').click();
    await wide.reload();
    await wide.getByRole('button', { name: 'Remove: Status: Canceled' }).waitFor();
    await expect.poll(() => line('').count()).toBeGreaterThan(0);
    expect(await wide.locator('tr[data-entry]:not(.is-canceled)').count()).toBe(0);
    await showAll();
  });

  it('words are found wherever they are, and marked', async () => {
    await wide.getByRole('searchbox').fill('kvartal');
    await wide.locator('mark', { hasText: 'Kvartal' }).first().waitFor();
    // Lines come from this device first, then from the server as well.
    await expect.poll(async () => (await line('').count()) - (await line('Kvartal').count())).toBe(0);
    await expect.poll(() => line('Kvartal').count()).toBeGreaterThan(0);
    await showAll();
  });

  it('several entries are marked as canceled for a reason, and that is undone', async () => {
    const lines = wide.locator('tr[data-entry].is-recorded');
    const ids = (await idsOf(lines)).slice(0, 3);
    for (const at of [0, 1, 2]) await lines.nth(at).getByRole('checkbox').check();
    await button('Mark as canceled').click();
    await wide.getByText('Mark these 3 entries as canceled?').waitFor();
    await wide.getByLabel('Why? (may be left empty)').fill('Logged twice');
    await wide.locator('form').getByRole('button', { name: 'Mark as canceled' }).click();
    // Whoever points at it keeps it for as long as they do.
    await wide.locator('.done-act', { hasText: '3 entries marked as canceled.' }).hover();
    await expect.poll(() => canceledOf(ids)).toEqual([1, 1, 1]);
    await button('Undo').click();
    await expect.poll(() => canceledOf(ids)).toEqual([0, 0, 0]);
    await button('Select none').click();
  });

  it('what the list shows is saved as a file, a line for each entry', async () => {
    await button('Not reached').click();
    await expect.poll(() => wide.locator('tr[data-entry]:not(.is-attempt-failed)').count()).toBe(0);
    await wide.getByText(/That is all of it/).waitFor();
    const shown = await line('').count();
    await button('Save as a file').click();
    const download = wide.waitForEvent('download');
    await button('Save as CSV').click();
    const text = await readFile(await (await download).path(), 'utf8');
    const [head = '', ...lines] = text.trimEnd().split('\r\n');
    expect(head).toContain('Information flow');
    expect(lines).toHaveLength(shown);
    await wide.getByText(/^Saved as interlog-log-/).waitFor();
    await button('Show all').click();
  });

  it('an entry is shown beside the table, and a cost is what the lines are sorted by', async () => {
    await line('Renewal of the service plan').getByRole('button').first().click();
    const beside = wide.getByRole('region', { name: 'The chosen entry' });
    await beside.getByRole('heading', { name: 'Renewal of the service plan' }).waitFor();
    await button('Close', beside).click();
    await button('Minutes').click();
    await button('Minutes').click();
    await wide.getByText('Sorted by Minutes.').waitFor();
    const minutes = await wide.locator('tr[data-entry] td:nth-child(11)').allTextContents();
    const numbers = minutes.filter((text) => text !== '').map(Number);
    expect(numbers.length).toBeGreaterThan(5);
    expect(numbers).toEqual(numbers.toSorted((a, b) => b - a));
    await button('Sort by date').click();
  });
});

describe('by keyboard alone', () => {
  it('an entry is found, canceled, reinstated, evaluated, commented on and followed up', async () => {
    // The lines were sorted anew just before, and may take the focus with them.
    await expect
      .poll(async () => {
        await wide.locator('tr[data-entry][tabindex="0"]').focus();
        await wide.keyboard.press('/');
        return wide.locator('[type=search]:focus').count();
      })
      .toBe(1);
    await wide.keyboard.type('Renewal of the service');
    await expect.poll(() => line('').count()).toBe(1);
    const id = (await idsOf(line('')))[0] ?? '';
    for (let presses = 0; presses < 40 && (await focused('data-entry')) !== id; presses += 1)
      await wide.keyboard.press('Tab');
    expect(await focused('data-entry')).toBe(id);

    // An entry of the server's alone comes to this device first.
    await wide.keyboard.press('c');
    await wide.getByText('Mark this entry as canceled?').waitFor();
    await wide.keyboard.type('By mistake');
    await wide.keyboard.press('Enter');
    await expect.poll(() => canceledOf([id])).toEqual([1]);
    // The same key does the opposite as soon as the line says so.
    await wide.locator(`.is-canceled[data-entry="${id}"]`).waitFor();
    await expect.poll(() => focused('data-entry')).toBe(id);
    await wide.keyboard.press('c');
    await wide.getByText('Reinstate this entry?').waitFor();
    await wide.keyboard.press('Enter');
    await expect.poll(() => canceledOf([id])).toEqual([0]);
    await wide.locator(`.is-recorded[data-entry="${id}"]`).waitFor();
    await expect.poll(() => focused('data-entry')).toBe(id);

    await wide.keyboard.press('e');
    await wide.keyboard.press('Tab');
    await wide.keyboard.press('Enter');
    await line('Renewal').getByRole('gridcell', { name: 'Positive', exact: true }).waitFor();
    await expect.poll(() => focused('data-entry')).toBe(id);

    await wide.keyboard.press('k');
    await wide.keyboard.type('Said with keys alone.');
    for (let presses = 0; presses < 4; presses += 1) {
      if ((await wide.locator(':focus').textContent()) === 'Add comment') break;
      await wide.keyboard.press('Tab');
    }
    await wide.keyboard.press('Enter');
    await expect
      .poll(async () => (await serverLog(preview)).comments.map(({ body }) => body))
      .toContain('Said with keys alone.');
    await expect.poll(() => focused('data-entry')).toBe(id);

    await wide.keyboard.press('f');
    await wide.keyboard.press('Tab');
    await wide.keyboard.press('Escape');
    await expect.poll(() => focused('data-entry')).toBe(id);
    await wide.keyboard.press('Enter');
    await wide.getByRole('region', { name: 'The chosen entry' }).getByText('Said with keys alone.').waitFor();
  });

  it('what is done offline is shown at once and comes into the log later', async () => {
    await showAll();
    // What was one's own is held by this device; others' entries it would have to ask for first.
    await button('Mine').click();
    await expect.poll(() => line('').count()).toBeLessThan(all);
    const everyLine = await idsOf(line(''));
    const recorded = new Set(await idsOf(wide.locator('tr[data-entry].is-recorded')));
    const first = everyLine.findIndex((id, at) => recorded.has(id) && recorded.has(everyLine[at + 1] ?? ''));
    const ids = everyLine.slice(first, first + 2);
    await wide.context().setOffline(true);
    await wide.locator(`[data-entry="${ids[0]}"]`).focus();
    await wide.keyboard.press(' ');
    await wide.keyboard.press('Shift+ArrowDown');
    await wide.getByText('2 selected').waitFor();
    await wide.keyboard.press('c');
    await wide.getByText('Mark these 2 entries as canceled?').waitFor();
    await wide.keyboard.press('Enter');
    for (const id of ids) await wide.locator(`.is-canceled[data-entry="${id}"]`).waitFor();
    await wide.context().setOffline(false);
    await expect.poll(() => canceledOf(ids)).toEqual([1, 1]);
  });
});
