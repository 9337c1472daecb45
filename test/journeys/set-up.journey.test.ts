import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Colleague, colleague, entriesSince, type ServerRow, serverLog } from '../support/colleague.ts';
import { openWide } from '../support/open-wide.ts';
import { type PreviewProcess, startPreviewProcess } from '../support/preview-process.ts';

let preview: PreviewProcess;
let anna: Colleague;
let mika: Colleague;
let before: ServerRow[];

beforeAll(async () => {
  preview = await startPreviewProcess();
  [anna, mika] = await Promise.all([colleague(preview), colleague(preview, { as: 'mika' })]);
  before = (await serverLog(preview)).entries;
});
afterAll(async () => {
  await anna?.close();
  await mika?.close();
  await preview?.dispose();
});

describe('the set-up on the wide page', () => {
  it('is opened from the pane, signed in as the same user, and the code is out of the address', async () => {
    const wide = await openWide(mika);
    expect(new URL(wide.url()).hash).toBe('');
    await wide.setViewportSize({ width: 1280, height: 860 });
    expect((await wide.getByRole('main').boundingBox())?.width, 'all the room beside the places').toBeGreaterThan(1000);
    await wide.getByRole('navigation', { name: 'Places' }).getByRole('button', { name: 'Settings' }).click();
    await wide.getByText('Mika Virtanen').first().waitFor();
    await wide.close();
  });

  it('gives a template that the admin adds to a colleague, who logs with it', async () => {
    const wide = await openWide(anna);
    const places = wide.getByRole('navigation', { name: 'Places' });
    await places.getByRole('button', { name: 'Templates' }).click();
    await wide.getByRole('button', { name: 'New template' }).click();
    await wide.getByLabel('Code', { exact: true }).fill('SHOWROOM');
    await wide.getByLabel('Interaction group').selectOption('MEETING');
    await wide.getByLabel('Description, English').fill('Showroom visit');
    await wide.getByLabel('Unit cost (EUR)').fill('30');
    await wide.getByLabel('Unit duration (min)').fill('45');
    await wide.getByRole('button', { name: 'Save template' }).click();
    await wide.getByRole('button', { name: /^SHOWROOM/ }).waitFor();

    await mika.open('Lauantain kierros');
    const choice = mika.pane.getByRole('combobox', { name: 'Interaction template' });
    await expect
      .poll(
        async () => {
          await choice.click();
          const there = await mika.pane.getByRole('option', { name: 'Showroom visit' }).count();
          if (there === 0) await choice.press('Escape');
          return there;
        },
        { timeout: 60_000, interval: 500 },
      )
      .toBe(1);
    await mika.pane.getByRole('option', { name: 'Showroom visit' }).click();
    await mika.logButton().click();
    await mika.pane.getByText('In the log').first().waitFor();
    const [entry] = await entriesSince(preview, before);
    expect(entry).toMatchObject({ templateCode: 'SHOWROOM', groupCode: 'MEETING', minutes: 45, cost: 30 });
    await wide.close();
  });

  it('asks for another template when one that is used automatically is deleted; entries keep their code', async () => {
    const wide = await openWide(anna);
    const places = wide.getByRole('navigation', { name: 'Places' });
    await places.getByRole('button', { name: 'Templates' }).click();
    await wide.getByRole('tab', { name: 'Suggested' }).click();
    await wide.getByLabel('Meetings').selectOption('SHOWROOM');
    await wide.getByRole('button', { name: 'Save', exact: true }).click();
    await wide.getByText(/^Saved on this device/).waitFor();

    await wide.getByRole('tab', { name: 'Templates' }).click();
    await wide.getByRole('button', { name: /^SHOWROOM/ }).click();
    await wide.getByRole('button', { name: 'Delete template' }).click();
    await wide.getByRole('button', { name: 'Delete', exact: true }).click();
    await wide.getByText('Choose a template.').waitFor();
    await wide.getByLabel('Use instead').selectOption('ONSITE');
    await wide.getByRole('button', { name: 'Delete', exact: true }).click();
    await wide.getByRole('button', { name: /^SHOWROOM/ }).waitFor({ state: 'detached' });
    await wide.getByRole('button', { name: /^ONSITE.*Meetings/ }).waitFor();

    const [entry] = await entriesSince(preview, before);
    expect(entry).toMatchObject({ templateCode: 'SHOWROOM' });
    await wide.getByRole('tab', { name: 'Statistics' }).click();
    const named = wide.getByRole('rowheader', { name: 'SHOWROOM Showroom visit' });
    await wide.getByRole('rowgroup').filter({ has: named }).getByRole('row', { name: /^1 45/ }).waitFor();
    await wide.close();
  });
});

describe('a colleague who is invited', () => {
  it('is made a salesperson by the admin, signs in by the link, logs as that one, and is told apart in the sums', async () => {
    const wide = await openWide(anna);
    const places = wide.getByRole('navigation', { name: 'Places' });
    await places.getByRole('button', { name: 'Salespeople' }).click();
    await wide.getByRole('button', { name: 'New salesperson' }).click();
    await wide.getByLabel('Code', { exact: true }).fill('VU');
    await wide.getByLabel('Name', { exact: true }).fill('Ville Uusi');
    await wide.getByLabel('E-mail', { exact: true }).fill('ville.uusi@aurinko.example');
    await wide.getByRole('button', { name: 'Save salesperson' }).click();
    await wide.getByText(/^Saved on this device/).waitFor();
    await wide.getByRole('button', { name: 'Make a one-time link' }).click();
    const link = await wide.getByLabel('One-time link').inputValue();

    // On a machine of his own.
    const his = await mika.page.context().newPage();
    await his.goto(link);
    const hisPlaces = his.getByRole('navigation', { name: 'Places' });
    await hisPlaces.getByRole('button', { name: 'Settings' }).click();
    await his.getByText('Ville Uusi').first().waitFor();
    await hisPlaces.getByRole('button', { name: 'New interaction' }).click();
    await his.getByRole('combobox', { name: 'Name, company or address' }).fill('jürgen');
    await his
      .getByRole('option', { name: /Jürgen/ })
      .first()
      .click();
    await his.getByRole('button', { name: /^Log for Jürgen/ }).click();
    await his.getByText('In the log').first().waitFor();
    const made = await entriesSince(preview, before);
    expect(made.map(({ salespersonCode }) => salespersonCode)).toContain('VU');

    await places.getByRole('button', { name: 'Summary' }).click();
    await wide.getByRole('heading', { name: 'By salesperson' }).waitFor();
    await wide
      .locator(':visible', { hasText: /^Ville Uusi/ })
      .first()
      .waitFor();
    await his.close();
    await wide.close();
  });
});
