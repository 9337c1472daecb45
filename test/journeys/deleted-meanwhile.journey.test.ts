import { expect, it } from 'vitest';
import { type Colleague, serverLog } from '../support/colleague.ts';
import { anna, mika, preview } from '../support/two-colleagues.ts';

const what = 'Renewal of the service plan';
const words = 'They want two years, and call on Monday';
const button = (one: Colleague, name: string) => one.pane.getByRole('button', { name, exact: true });
const lineOf = (one: Colleague) => one.pane.locator('tr[data-entry]').filter({ hasText: what });

async function visit(one: Colleague, view: string): Promise<void> {
  await button(one, 'Menu').click();
  await one.pane.locator(`[role=menuitem][data-view=${view}]`).click();
}

/** What has the focus on Anna's page: its label or its text, or where it leads. */
const focused = () =>
  anna.page.evaluate(() => {
    const on = document.activeElement;
    if (!(on instanceof HTMLElement) || on === document.body) return '';
    if (on.dataset.entry) return `line: ${on.textContent}`;
    return on.dataset.view ?? on.getAttribute('aria-label') ?? on.textContent ?? '';
  });

/** Presses a key until that is on which the focus is to be. */
async function pressTo(key: string, wanted: RegExp): Promise<void> {
  for (let presses = 0; presses < 100; presses += 1) {
    await anna.page.keyboard.press(key);
    if (wanted.test((await focused()).trim())) return;
  }
  throw new Error(`${key} leads to no ${wanted}`);
}

async function visitByKeyboard(view: string): Promise<void> {
  await pressTo('Tab', /^Menu/);
  await anna.page.keyboard.press('Enter');
  await pressTo('ArrowDown', new RegExp(`^${view}$`));
  await anna.page.keyboard.press('Enter');
}

it('a comment is written offline on an entry, and says that it waits', async () => {
  await visit(mika, 'log');
  await lineOf(mika).click();
  await mika.pane.getByRole('heading', { level: 1, name: what }).waitFor();
  await mika.connect(false);
  await button(mika, 'Comment').click();
  await mika.pane.getByRole('textbox', { name: 'Comment' }).fill(words);
  await button(mika, 'Add comment').click();
  await mika.pane.locator('.comments li').filter({ hasText: words }).getByText('Saved on this device').waitFor();
});

it('meanwhile a colleague cancels the entry and deletes what is canceled, by keyboard alone', async () => {
  const { keyboard } = anna.page;
  await visitByKeyboard('log');
  await lineOf(anna).waitFor();
  await pressTo('Tab', /^Words in the log$/);
  await keyboard.type(what);
  await expect.poll(() => anna.pane.locator('tr[data-entry]').count()).toBe(1);
  await pressTo('Tab', /^line: /);
  await keyboard.press('c');
  await anna.pane.getByText('Mark this entry as canceled?').waitFor();
  await keyboard.type('Logged for the wrong customer');
  await keyboard.press('Enter');
  await anna.pane.locator('tr.is-canceled').filter({ hasText: what }).waitFor();

  await visitByKeyboard('clean-up');
  await anna.pane.getByRole('heading', { level: 1, name: /^Delete canceled/ }).waitFor();
  await pressTo('Tab', /^Show what would be deleted$/);
  await keyboard.press('Enter');
  await anna.pane.getByText('2 entries would be deleted').first().waitFor();
  await pressTo('Tab', /^Delete 2 entries …$/);
  await keyboard.press('Enter');
  await anna.pane.getByText('Delete 2 entries for good?').first().waitFor();
  if ((await focused()).trim() !== 'Delete 2 entries') await pressTo('Tab', /^Delete 2 entries$/);
  await keyboard.press('Enter');
  await anna.pane.getByText('2 entries deleted.').waitFor();
  const { entries } = await serverLog(preview);
  expect(entries.filter((entry) => entry.description === what)).toEqual([]);
});

it('back on the network the words are not lost: they need attention, and the entry’s page says why', async () => {
  await mika.connect(true);
  await mika.pane.getByText('This entry was deleted.').waitFor();
  await visit(mika, 'attention');
  await mika.pane.getByText(words).first().waitFor();
  await visit(mika, 'log');
  await mika.pane.locator('tr[data-entry]').first().waitFor();
  expect(await lineOf(mika).count()).toBe(0);
});
