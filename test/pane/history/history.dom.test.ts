import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import type { Command } from '../../../src/domain/commands/command.ts';
import type { Contact } from '../../../src/domain/contact.ts';
import type { Day, Instant } from '../../../src/domain/time.ts';
import type { DemoUser } from '../../../src/server/demo/demo-people.ts';
import { logMail } from '../../support/domain-samples.ts';
import { type Gallery, mountGallery } from '../gallery/gallery.ts';

let gallery: Gallery;
afterEach(() => gallery.stop());

const press = async (name: string | RegExp) => fireEvent.click(await screen.findByRole('button', { name }));
const shown = (description: string) => screen.queryAllByText(description).length;

/** 130 mails of a colleague, and beyond them one of Anna's, which her device has without anybody opening a history. */
async function openLongHistory(): Promise<void> {
  const root = document.createElement('div');
  document.body.replaceChildren(root);
  gallery = await mountGallery({ root });
  const { server, device } = gallery;
  const matti = server.log
    .rows(device.account.tenantId)
    .find((row): row is Contact => row.kind === 'contact' && row.name === 'Matti Järvinen');
  if (!matti) throw new Error('the demo has him');
  const log = async (user: DemoUser, commands: Command[]) => server.push(user, commands);
  const mail = (number: number, description: string, at: string) =>
    logMail(number, [matti], [`message-id:long-${number}@example.com`], {
      ...{ at: at as Instant, day: at.slice(0, 10) as Day, description, subject: description },
    });
  await log('anna', [mail(0x900, 'Annan vanha tarjous', '2026-01-02T09:00:00.000Z')]);
  const minutes = (at: number) => new Date(Date.parse('2026-11-20T08:00:00.000Z') + at * 60_000).toISOString();
  await log(
    'mika',
    Array.from({ length: 130 }, (_, at) => mail(0x901 + at, `Viesti ${at + 1}`, minutes(at))),
  );
  device.syncNow();
  await waitFor(async () =>
    expect(
      (await device.store.history(matti.id, { limit: 200 })).entries.map(({ entry }) => entry.description),
    ).toContain('Annan vanha tarjous'),
  );
  await press('Menu');
  fireEvent.click(await screen.findByRole('menuitem', { name: 'Contacts' }));
  await press(/^Matti Järvinen/);
  await screen.findByText('Viesti 130');
}

async function goBackUntil(description: string): Promise<void> {
  for (let page = 0; page < 12 && shown(description) === 0; page += 1) {
    const rows = document.querySelectorAll('.rows > li').length;
    await press('Older entries');
    await waitFor(() => expect(document.querySelectorAll('.rows > li').length).toBeGreaterThan(rows));
  }
}

it('shows an entry of one’s own only after those of colleagues that came after it', async () => {
  await openLongHistory();
  await goBackUntil('Annan vanha tarjous');
  expect(shown('Viesti 1')).toBe(1);
  expect(shown('Annan vanha tarjous')).toBe(1);
});

it('shows what is here of older ones where the server can’t be asked, and says that others may be missing', async () => {
  await openLongHistory();
  await goBackUntil('Viesti 31');
  expect(shown('Annan vanha tarjous')).toBe(0);
  gallery.goOffline();
  await press('Older entries');
  await screen.findByText('Annan vanha tarjous');
  expect(screen.getByText(/Older entries could not be fetched/)).toBeTruthy();
  expect(shown('Viesti 30')).toBe(0);
});
