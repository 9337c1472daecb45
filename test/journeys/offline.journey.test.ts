import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Colleague, colleague, contactsOn, entriesSince, serverLog } from '../support/colleague.ts';
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

const subjects = ['Tarjous 2291', 'Jour fixe Müller', 'Lauantain kierros', 'Leverans vecka 48', 'Liefertermin Pumpe'];

it('keeps five entries logged while the server is down, through a closed browser, and puts each in the log once', async () => {
  const before = (await serverLog(preview)).entries;
  await anna.shellKept();
  await preview.kill();
  let expected = 0;
  for (const subject of subjects) {
    await anna.open(subject);
    expected += await contactsOn(anna.logButton());
    await anna.logButton().click();
    await anna.pane.getByText('Saved on this device').first().waitFor();
  }
  await preview.start();
  await anna.reopen();
  await expect.poll(async () => (await entriesSince(preview, before)).length, { timeout: 60_000 }).toBe(expected);
  const entries = await entriesSince(preview, before);
  for (const subject of subjects) {
    const pairs = entries.filter((entry) => entry.subject?.includes(subject)).map((entry) => entry.contactId);
    expect(pairs.length).toBe(new Set(pairs).size);
    expect(pairs.length).toBeGreaterThan(0);
  }
});

it('says what waits while the connection is off, and sends it by itself when it is back', async () => {
  await anna.connect(false);
  await anna.open('Koulutuspäivän ohjelma');
  await anna.logButton().click();
  await anna.pane.getByText('Saved on this device').first().waitFor();
  await anna.pane
    .getByText(/Offline/)
    .first()
    .waitFor();
  await anna.pane
    .getByText(/1 waiting/)
    .first()
    .waitFor();
  await anna.connect(true);
  await anna.pane.getByText('In the log').first().waitFor();
});
