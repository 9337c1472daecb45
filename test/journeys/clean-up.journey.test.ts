import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { type Colleague, serverLog } from '../support/colleague.ts';
import { anna, mika, preview } from '../support/two-colleagues.ts';

const button = (one: Colleague, name: string | RegExp) => one.pane.getByRole('button', { name, exact: true });

async function visit(one: Colleague, view: string): Promise<void> {
  await button(one, 'Menu').click();
  await one.pane.locator(`[role=menuitem][data-view=${view}]`).click();
}

async function openContact(one: Colleague, name: string): Promise<void> {
  await visit(one, 'contacts');
  await one.pane.getByRole('combobox', { name: 'Name, company or address' }).fill(name);
  await one.pane.getByRole('option', { name }).first().click();
  await one.pane.getByRole('heading', { level: 1, name }).waitFor();
}

describe('canceled entries', () => {
  it('are listed, deleted after their number was confirmed, and gone from the other colleague’s pane', async () => {
    const canceled = (await serverLog(preview)).entries.filter((entry) => (entry.canceled?.length ?? 0) > 0);
    const [gone] = canceled;
    expect(canceled).toHaveLength(1);
    const onMikas = mika.pane.locator('.history').getByText(gone?.description ?? '');
    await onMikas.waitFor();

    await visit(anna, 'clean-up');
    await button(anna, 'Show what would be deleted').click();
    await anna.pane.getByText('1 entry would be deleted').first().waitFor();
    await anna.pane
      .locator('.deletion-list')
      .getByText(gone?.description ?? '')
      .waitFor();
    await button(anna, 'Delete 1 entry …').click();
    await button(anna, 'Delete 1 entry').click();
    await anna.pane.getByText('1 entry deleted.').waitFor();

    await onMikas.waitFor({ state: 'detached' });
    const { entries } = await serverLog(preview);
    expect(entries.filter(({ id }) => id === gone?.id)).toEqual([]);
  });

  it('are found no more by the search, on the device or on the server', async () => {
    await button(anna, 'Search').click();
    await anna.pane.getByRole('combobox', { name: 'Page, contact or entry' }).fill('2291 luonnos');
    await anna.pane.getByText('Nothing found.').waitFor();
  });
});

describe('a person', () => {
  it('is handed over as a file before anything is erased', async () => {
    await openContact(anna, 'Bob Ortiz');
    const download = anna.page.waitForEvent('download');
    await button(anna, 'Everything held, as a file').click();
    const path = await (await download).path();
    expect(await readFile(path, 'utf8')).toContain('Bob Ortiz');
  });

  it('is erased after the name was written, and nobody’s pane knows them any more', async () => {
    await openContact(mika, 'Bob Ortiz');
    await openContact(anna, 'Bob Ortiz');
    await button(anna, 'Erase this person …').click();
    await anna.pane.getByRole('textbox', { name: 'To confirm, write the name: Bob Ortiz' }).fill('Bob Ortiz');
    await button(anna, 'Erase for good').click();
    await anna.pane.getByText('Bob Ortiz is erased.').waitFor();

    await mika.pane.getByRole('heading', { level: 1, name: 'Bob Ortiz' }).waitFor({ state: 'detached' });
    const { contacts, entries } = await serverLog(preview);
    expect(JSON.stringify([...contacts, ...entries])).not.toContain('Ortiz');
  });
});
