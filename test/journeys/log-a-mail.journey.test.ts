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

describe('logging the open mail', () => {
  it('takes one click, is in the log a moment later, and is seen on a second device', async () => {
    await anna.open('Tarjous 2291');
    await anna.logButton().click();
    await anna.pane.getByText('In the log').first().waitFor();

    const logged = await entriesSince(preview, before);
    expect(logged.map((entry) => entry.description)).toEqual([
      'Tarjous 2291, huoltosopimuksen jatko',
      'Tarjous 2291, huoltosopimuksen jatko',
    ]);

    const mika = await colleague(preview, { as: 'mika' });
    await mika.open('Tarjous 2291');
    await mika.pane
      .getByText(/Logged by Anna Korhonen/)
      .first()
      .waitFor();
    await mika.close();
  });

  it('stores only what the preview of the payload showed', async () => {
    await anna.open('Invoice details for the pilot');
    await anna.pane.getByRole('button', { name: 'Show exactly what is stored' }).click();
    const shown = await anna.pane.getByRole('region', { name: /stored/i }).innerText();
    await anna.pane.getByRole('button', { name: /Add Nora Berg/ }).click();
    await anna.logButton().click();
    await anna.pane.getByText('In the log').first().waitFor();
    const [entry] = (await entriesSince(preview, before)).filter((one) => one.subject?.includes('Invoice details'));
    expect(entry?.text).toBe('');
    expect(entry?.note).toBe('');
    expect(shown).toContain('Invoice details for the pilot');
  });

  it('makes the unknown sender a contact of the known company in the same click', async () => {
    const { contacts } = await serverLog(preview);
    const nora = contacts.find((contact) => contact.email === 'nora.berg@harbourpine.example');
    const company = contacts.find((contact) => contact.name === 'Harbour & Pine Ltd');
    expect(nora?.name).toBe('Nora Berg');
    expect(nora?.companyId).toBe(company?.id);
  });

  it('is taken back by Undo', async () => {
    await anna.open('Site visit on Thursday');
    await anna.logButton().click();
    await anna.pane.getByText('In the log').first().waitFor();
    await anna.pane.getByRole('button', { name: 'Undo' }).first().click();
    await expect
      .poll(async () => {
        const mine = (await entriesSince(preview, before)).filter((entry) => entry.subject?.includes('Site visit'));
        return mine.length > 0 && mine.every((entry) => entry.canceled?.length === 1);
      })
      .toBe(true);
  });
});
