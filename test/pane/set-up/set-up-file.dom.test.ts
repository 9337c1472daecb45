import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import type { PaneLanguage } from '../../../src/pane/messages/messages.ts';
import { type Gallery, mountGallery } from '../gallery/gallery.ts';

let gallery: Gallery;
afterEach(() => gallery.stop());

const button = (name: string | RegExp) => screen.findByRole('button', { name });
const press = async (name: string | RegExp) => void fireEvent.click(await button(name));
const row = (kind: string, id: string) =>
  gallery.server.log.rows(gallery.device.account.tenantId).find((one) => one.kind === kind && one.id === id);

const words = {
  en: { menu: 'Menu', templates: 'Templates', file: 'File', save: 'Save as a file', read: 'Read a file in' },
  fi: {
    menu: 'Valikko',
    templates: 'Vuorovaikutusmallit',
    file: 'Tiedosto',
    save: 'Tallenna tiedostoksi',
    read: 'Lue tiedosto',
  },
};

/** What a test does to the file that the pane has written. */
// biome-ignore lint/suspicious/noExplicitAny: as a person could write it, anything anywhere
type File = Record<'groups' | 'campaigns' | 'templates', any[]> & { templateSetup: any; version: number };

/** Saves the set-up as a file and reads it back as `change` has left it. */
async function readBack(change: (file: File) => void, language: PaneLanguage = 'en'): Promise<void> {
  const root = document.createElement('div');
  document.body.replaceChildren(root);
  gallery = await mountGallery({ root, language });
  const t = words[language];
  await press(t.menu);
  fireEvent.click(await screen.findByRole('menuitem', { name: t.templates }));
  fireEvent.click(await screen.findByRole('tab', { name: t.file }));
  await press(t.save);
  const file = JSON.parse(gallery.saved[0]?.text ?? '{}');
  change(file);
  gallery.chosenFile.text = JSON.stringify(file);
  await press(t.read);
}
const template = (file: File, code: string) => file.templates.find(({ id }) => id === code);
const lines = (list: HTMLElement | null) =>
  within(list ?? document.body)
    .getAllByRole('listitem')
    .map((line) => line.textContent ?? '');

describe('the set-up as a file', () => {
  it('says that nothing would change when it is read back at once', async () => {
    await readBack(() => undefined);
    expect(await screen.findByText('Everything in the file is here already, just so.')).toBeTruthy();
  });

  it('shows what would change before it is saved, and then saves just that', async () => {
    await readBack((file) => {
      const email = template(file, 'EMAIL');
      Object.assign(email, { unitCost: 9, retentionDays: 40 });
      file.templates.push({ ...email, id: 'CHAT', description: { en: 'Chat' } });
    });
    expect(await screen.findByText('Unit cost (EUR): 8 → 9')).toBeTruthy();
    expect(screen.getByText(/Template CHAT \(new\)/)).toBeTruthy();
    expect(await screen.findByText(/^7 entries are from before 14 Oct 2026/)).toBeTruthy();
    expect(row('template', 'EMAIL')).toMatchObject({ unitCost: 8 });
    await press('Save 2 changes');
    expect(await screen.findByText('2 changes saved.')).toBeTruthy();
    await waitFor(() => expect(row('template', 'CHAT')).toMatchObject({ description: { en: 'Chat' } }));
    expect(row('template', 'EMAIL')).toMatchObject({ unitCost: 9 });
  });

  it('says fields and values as the forms do', async () => {
    await readBack((file) => {
      Object.assign(template(file, 'GOLF'), { flow: 'inbound', campaignTarget: true, language: 'fi' });
      template(file, 'GOLF').description.en = 'Golf';
      file.campaigns[0].endsOn = '2026-12-24';
      file.templateSetup.coverSheets = null;
    });
    const golf = (await screen.findByText('Template GOLF')).closest('li') ?? document.body;
    const said = lines(within(golf).getByRole('list'));
    expect(said).toContain('Information flow: Outbound → Inbound');
    expect(said).toContain('Campaign target: No → Yes');
    expect(said).toContain('Description, English: Golf event → Golf');
    const all = document.body.textContent ?? '';
    expect(all).toMatch(/Ends on: .*→ 24 Dec 2026/);
    expect(all).toMatch(/Cover sheets: Cover sheet → No template/);
    expect(all).not.toMatch(/null|\{|campaignTarget/);
  });

  it('names every fault at once, by the code and the field’s label', async () => {
    await readBack((file) => {
      Object.assign(template(file, 'GOLF'), { unitCost: -1, description: {} });
      delete template(file, 'BUS').flow;
      template(file, 'MEMO').groupCode = 'NOWHERE';
      file.groups.push({ description: { en: 'Nameless' } }, 7);
      file.templateSetup.emails = 'GONE';
    });
    await screen.findByText('The file can’t be taken in as it is:');
    const said = lines(document.querySelector<HTMLElement>('.change-list'));
    expect(said.toSorted()).toEqual([
      expect.stringMatching(/^Interaction group no\. \d+ in the file: Code is missing or not valid$/),
      expect.stringMatching(/^Interaction group no\. \d+ in the file: can’t be read$/),
      'Suggested templates E-mails: the template GONE is neither in the file nor here',
      'Template BUS: Information flow is missing or not valid',
      'Template GOLF: Description is missing or not valid',
      'Template GOLF: Unit cost (EUR) is missing or not valid',
      'Template MEMO: its group NOWHERE is neither in the file nor here',
    ]);
    expect(screen.queryByRole('button', { name: /^Save \d/ })).toBeNull();
  });

  it('names the first twenty faults, in Finnish, too, and how many more there are', async () => {
    await readBack((file) => {
      const golf = template(file, 'GOLF');
      file.templates = Array.from({ length: 33 }, (_, at) => ({ ...golf, id: `NEW${at}`, unitCost: 'x' }));
    }, 'fi');
    expect(await screen.findByText('Malli NEW0: Yksikkökustannus (EUR) puuttuu tai on virheellinen')).toBeTruthy();
    expect(document.querySelectorAll('.change-list > li')).toHaveLength(20);
    expect(screen.getByText(/^… ja vielä 1[0-9]\.$/)).toBeTruthy();
  });
});
