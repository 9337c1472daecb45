import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import type { LogEntry } from '../../../src/domain/log-entry.ts';
import { type Gallery, mountGallery } from '../gallery/gallery.ts';

let gallery: Gallery;
afterEach(() => gallery.stop());

const press = async (name: string | RegExp) => fireEvent.click(await screen.findByRole('button', { name }));
const rows = () => gallery.server.log.rows(gallery.device.account.tenantId);

/** Opens the page of a contact, and there their newest entry of that direction. */
async function openEntry(flow: LogEntry['flow']): Promise<{ now: () => LogEntry | undefined; name: string }> {
  const root = document.createElement('div');
  document.body.replaceChildren(root);
  gallery = await mountGallery({ root });
  const [newest] = rows()
    .filter((row): row is LogEntry => row.kind === 'entry' && row.flow === flow)
    .filter((one) => one.canceled.length === 0 && !one.postponed && one.contactId !== one.companyId)
    .sort((a, b) => (a.day < b.day ? 1 : -1));
  const contact = rows().find((row) => row.kind === 'contact' && row.id === newest?.contactId);
  if (!newest || contact?.kind !== 'contact') throw new Error('the demo has one');
  await press('Menu');
  fireEvent.click(await screen.findByRole('menuitem', { name: 'Contacts' }));
  await press(new RegExp(`^${contact.name}`));
  fireEvent.click(
    await screen.findByRole('button', { name: (name) => name.includes(newest.description), expanded: false }),
  );
  return {
    now: () => rows().find((row): row is LogEntry => row.kind === 'entry' && row.id === newest.id),
    name: contact.name,
  };
}

describe('an entry in the history on the page of its contact', () => {
  it('is canceled and reinstated there', async () => {
    const { now } = await openEntry('outbound');
    await press('Mark as canceled');
    expect(await screen.findByText('Mark this entry as canceled?')).toBeTruthy();
    await press('Mark as canceled');
    await waitFor(() => expect(now()?.canceled).toHaveLength(1));
    await press('Reinstate');
    expect(await screen.findByText('Reinstate this entry?')).toBeTruthy();
    await press('Reinstate');
    await waitFor(() => expect(now()?.canceled).toEqual([]));
  });

  it('is evaluated there', async () => {
    const { now } = await openEntry('outbound');
    await press('Evaluate');
    await press('Very positive');
    await waitFor(() => expect(now()?.evaluation).toBe('very-positive'));
  });

  it('is entitled as in NAV: an outbound one by its salesperson', async () => {
    await openEntry('outbound');
    expect(await screen.findByText(/ – by (Anna Korhonen|Mika Virtanen|Sofia Lindqvist) · /)).toBeTruthy();
  });

  it('is entitled as in NAV: an inbound one from the contact', async () => {
    const { name } = await openEntry('inbound');
    expect(await screen.findByText((text) => text.includes(` – from ${name} · `))).toBeTruthy();
  });
});

describe('the history of a company', () => {
  it('says of each entry with whom it was, that of a person does not', async () => {
    const root = document.createElement('div');
    document.body.replaceChildren(root);
    gallery = await mountGallery({ root });
    await press('Menu');
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Contacts' }));
    await press(/^Harbour & Pine Ltd/);
    const people = () => [...document.querySelectorAll('.history .row-contact')].map((one) => one.textContent);
    await waitFor(() => expect(people()).toEqual(expect.arrayContaining(['Bob Ortiz', 'Cleo Dupont'])));
    await press(/^Bob Ortiz/);
    await screen.findByRole('heading', { name: 'Bob Ortiz', level: 1 });
    await waitFor(() => expect(document.querySelector('.history .row-line')).toBeTruthy());
    expect(people()).toEqual([]);
  });
});
