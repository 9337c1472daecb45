import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Colleague, colleague, serverLog } from '../support/colleague.ts';
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
const title = (name: string) => anna.pane.getByRole('heading', { name, exact: true, level: 1 });
const contactNamed = async (name: string) => (await serverLog(preview)).contacts.find((one) => one.name === name);

async function showContacts(): Promise<void> {
  await button('Menu').click();
  await anna.pane.locator('[role=menuitem][data-view=contacts]').click();
  await title('Contacts').waitFor();
}

async function openContact(name: string): Promise<void> {
  await showContacts();
  await anna.pane.getByRole('combobox', { name: 'Name, company or address' }).fill(name);
  await anna.pane.getByRole('option', { name }).first().click();
  await title(name).waitFor();
}

describe('a contact that is there already', () => {
  it('is shown while a second one is being typed, and edited instead', async () => {
    await showContacts();
    await button('New contact').click();
    await anna.pane.getByLabel('Name').fill('Grace Okafor');
    await anna.pane.getByText('Grace Okafor: the same name').waitFor();
    await button('Open Grace Okafor').click();
    await title('Grace Okafor').waitFor();
    await button('Edit').click();
    await anna.pane.getByLabel('Other e-mails').fill('grace@okafor-family.example');
    await button('Save').click();
    await anna.pane.getByText('grace@okafor-family.example').waitFor();
    await expect
      .poll(async () => JSON.stringify(await contactNamed('Grace Okafor')))
      .toContain('grace@okafor-family.example');
  });
});

describe('looking for contacts', () => {
  it('goes on in a worker, which the rules of the page allow', async () => {
    await showContacts();
    await anna.pane.getByRole('combobox', { name: 'Name, company or address' }).fill('jarvinen');
    await anna.pane
      .getByRole('option', { name: /Järvinen/ })
      .first()
      .waitFor();
    expect(anna.page.workers().map((worker) => worker.url())).toEqual([expect.stringContaining('contact-worker')]);
  });
});

describe('two contacts that are one person', () => {
  it('are merged, and the history of both is read at the one that stays', async () => {
    await openContact('Tuula Järvinen');
    const tuulas = await anna.pane.locator('.view .row-description').first().innerText();
    await openContact('Matti Järvinen');
    await anna.pane.locator('.view .row-description').first().waitFor();
    await button('Merge').click();
    await anna.pane.getByRole('combobox', { name: 'Find the other contact' }).fill('tuula');
    await anna.pane.getByRole('option').first().click();
    await anna.pane.getByText('The history of both is read at Matti Järvinen.', { exact: false }).waitFor();
    await button('Merge').click();
    await anna.pane.getByRole('region', { name: 'Merged into this contact' }).waitFor();
    await anna.pane.locator('.view .row-description').getByText(tuulas, { exact: true }).first().waitFor();
    const { contacts } = await serverLog(preview);
    const matti = contacts.find((one) => one.name === 'Matti Järvinen');
    await expect.poll(async () => (await contactNamed('Tuula Järvinen'))?.mergedInto).toBe(matti?.id);
  });
});

describe('a file of contacts', () => {
  const csv = 'Nimi;Sähköposti;Yritys\nIda Salmi;ida.salmi@uusi.example;Uusi Oy\nOlli Oja;;Uusi Oy\n';

  async function importFile(offered: string): Promise<void> {
    await showContacts();
    await button('Import').click();
    const chooser = anna.page.waitForEvent('filechooser');
    await button(/^Choose (a|another) file$/).click();
    // As a spreadsheet of western Windows writes it.
    await (await chooser).setFiles({ name: 'contacts.csv', mimeType: 'text/csv', buffer: Buffer.from(csv, 'latin1') });
    await button(offered).click();
  }

  it('is imported with its company, and doubles nothing when it is imported again', async () => {
    await importFile('Import 2 contacts');
    await anna.pane.getByText('2 contacts created').waitFor();
    await expect
      .poll(async () => {
        const [person, company] = [await contactNamed('Olli Oja'), await contactNamed('Uusi Oy')];
        return company !== undefined && person?.companyId === company.id;
      })
      .toBe(true);
    const before = (await serverLog(preview)).contacts.length;
    await importFile('Import 0 contacts');
    await anna.pane.getByText('0 contacts created').waitFor();
    await anna.pane.getByText('2 × is a contact already').waitFor();
    await anna.pane.getByText('Up to date').waitFor();
    expect((await serverLog(preview)).contacts.length).toBe(before);
  });
});
