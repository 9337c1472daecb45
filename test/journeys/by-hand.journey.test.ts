import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Colleague, colleague, entriesSince, type ServerRow, serverLog } from '../support/colleague.ts';
import { type PreviewProcess, startPreviewProcess } from '../support/preview-process.ts';

let preview: PreviewProcess;
let anna: Colleague;
let before: ServerRow[];

beforeAll(async () => {
  preview = await startPreviewProcess();
  anna = await colleague(preview);
  before = (await serverLog(preview)).entries;
});
afterAll(async () => {
  await anna?.close();
  await preview?.dispose();
});

const button = (name: string | RegExp) => anna.pane.getByRole('button', { name, exact: true });
const form = () => anna.pane.locator('.main > .subject');

async function visit(view: string): Promise<void> {
  await button('Menu').click();
  await anna.pane.locator(`[role=menuitem][data-view=${view}]`).click();
}

describe('a call', () => {
  it('is logged in two clicks from the contact that was found', async () => {
    await button('Search').click();
    await anna.pane.getByRole('combobox', { name: 'Page, contact or entry' }).fill('jürgen');
    await anna.pane.getByRole('option', { name: /^Jürgen Müller/ }).click();
    await button('Call').click();
    await form().getByRole('button', { name: 'Log for Jürgen Müller' }).click();
    await form().getByText('In the log').waitFor();
    const [made, ...more] = await entriesSince(preview, before);
    expect(made).toMatchObject({ origin: 'hand', flow: 'outbound', minutes: 15 });
    expect(more).toEqual([]);
  });

  it('takes a comment and a correction, which come into the log', async () => {
    await visit('log');
    await anna.pane.locator('.view .row-line').first().click();
    await button('Comment').click();
    await anna.pane.getByRole('textbox', { name: 'Comment' }).fill('He asks for a visit.');
    await button('Add comment').click();
    await anna.pane.getByText('He asks for a visit.').waitFor();
    await button('Correct').click();
    const correct = anna.pane.getByRole('form', { name: 'Correct' });
    await correct.getByLabel('Minutes').fill('25');
    await correct.getByRole('button', { name: 'Save correction' }).click();
    await anna.pane.getByText('Corrected', { exact: true }).waitFor();
    await expect.poll(async () => (await entriesSince(preview, before))[0]?.minutes).toBe(25);
    const { comments } = await serverLog(preview);
    expect(comments.map(({ body }) => body)).toContain('He asks for a visit.');
  });
});

describe('a follow-up', () => {
  it('is made from the entry, and closed by logging what it was about', async () => {
    await button('Follow up').click();
    await anna.pane.getByRole('textbox', { name: 'What is to be done' }).fill('Agree on the visit');
    await button('Save follow-up').click();
    await visit('due');
    await button('Done: Agree on the visit').click();
    await button('Log it').click();
    await expect.poll(() => form().getByLabel('Description').inputValue()).toBe('Agree on the visit');
    await form().getByRole('button', { name: 'Log for Jürgen Müller' }).click();
    await form().getByText('The follow-up is closed.').waitFor();
    await form().getByText('In the log').waitFor();
    await visit('due');
    await anna.pane.getByRole('heading', { name: 'Due', exact: true }).waitFor();
    expect(await button('Done: Agree on the visit').count()).toBe(0);
    const made = await entriesSince(preview, before);
    expect(made.map(({ description }) => description)).toContain('Agree on the visit');
  });
});

describe('an interaction that is not known in full', () => {
  it('is kept for later, counts nowhere, and is finished after the browser was closed', async () => {
    await visit('new');
    await form().getByRole('combobox', { name: 'Name, company or address' }).fill('cleo');
    await anna.pane.getByRole('option').first().click();
    await form().getByLabel('Description').fill('Half a call');
    await form().getByRole('button', { name: 'Finish later' }).click();
    await anna.pane.getByRole('heading', { name: 'Postponed', exact: true }).waitFor();
    await anna.pane.getByText('Half a call').waitFor();
    await anna.reopen();
    await visit('postponed');
    await button('Resume: Half a call').click();
    await form().getByLabel('Description').fill('A whole call');
    await form().getByRole('button', { name: 'Log for Cleo Dupont' }).click();
    await form().getByText('In the log').waitFor();
    const made = await entriesSince(preview, before);
    const calls = made.filter(({ description }) => /^(Half a|A whole) call$/.test(description ?? ''));
    expect(calls.map(({ description }) => description)).toEqual(['A whole call']);
  });
});
