import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Colleague, colleague } from '../support/colleague.ts';
import { type PreviewProcess, startPreviewProcess } from '../support/preview-process.ts';

let preview: PreviewProcess;
let anna: Colleague;

beforeAll(async () => {
  preview = await startPreviewProcess();
  anna = await colleague(preview);
});
afterAll(async () => {
  await anna?.close();
  await preview?.dispose();
});

const button = (name: string | RegExp) => anna.pane.getByRole('button', { name, exact: true });
const title = (name: string) => anna.pane.getByRole('heading', { level: 1, name });

async function search(query: string): Promise<void> {
  await button('Search').click();
  await anna.pane.getByRole('combobox', { name: 'Page, contact or entry' }).fill(query);
}

it('a page is found by name in either language and opened by keyboard', async () => {
  await search('yhteenveto');
  await anna.pane.getByRole('option', { name: /^Summary/ }).waitFor();
  await anna.page.keyboard.press('Enter');
  await title('Summary').waitFor();
});

it('the summary adds up the whole log, and a bar opens what it is made of', async () => {
  await anna.pane.getByLabel('Period').selectOption('all');
  const bar = anna.pane.locator('.code-bar').first();
  const name = (await bar.locator('.code-name').textContent())?.trim() ?? '';
  const count = Number(await bar.locator('.code-value').textContent());
  expect(count).toBeGreaterThan(1);
  await bar.click();
  await title('Interaction log entries').waitFor();
  await anna.pane.getByText(name).first().waitFor();
  await expect.poll(() => anna.pane.locator('.log-cards .row-line').count()).toBeGreaterThanOrEqual(count);
});

it('an entry is found by its words on the server, opened on its page, and canceled there', async () => {
  await search('postitse');
  await anna.pane
    .getByRole('group', { name: 'Entries' })
    .getByRole('option', { name: /Tarjous 2140 postitse/ })
    .click();
  await title('Tarjous 2140 postitse').waitFor();
  await button('Mark as canceled').click();
  await anna.pane.getByRole('textbox', { name: 'Why? (may be left empty)' }).fill('Sent twice');
  await button('Mark as canceled').click();
  await anna.pane.getByRole('region', { name: 'History of the entry' }).getByText('Why: Sent twice').waitFor();
});

it('contacts that have gone cold are listed by the server', async () => {
  await search('going cold');
  await anna.pane.getByRole('option', { name: /^Going cold/ }).click();
  await anna.pane.getByText('Everyone’s').click();
  await anna.pane.getByLabel('Not reached for').selectOption('30');
  await anna.pane.locator('.cold').first().waitFor();
});
