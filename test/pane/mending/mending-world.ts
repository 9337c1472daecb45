import { fireEvent, screen } from '@testing-library/preact';
import * as v from 'valibot';
import { expect } from 'vitest';
import { Command } from '../../../src/domain/commands/command.ts';
import type { RowKind, RowOf } from '../../../src/domain/row.ts';
import { type Gallery, mountGallery } from '../gallery/gallery.ts';

/** The pane of the test that runs. */
export let gallery: Gallery;

export const button = (name: string | RegExp) => screen.findByRole('button', { name });
export const press = async (name: string | RegExp) => fireEvent.click(await button(name));
export const rowsOf = <K extends RowKind>(kind: K): RowOf<K>[] =>
  gallery.server.log.rows(gallery.device.account.tenantId).filter((row): row is RowOf<K> => row.kind === kind);
export const contactNamed = (name: string) => {
  const found = rowsOf('contact').find((one) => one.name === name);
  if (!found) throw new Error(`the demo names no ${name}`);
  return found;
};

/** Opens a pane that is offline. */
export async function offline(): Promise<void> {
  const root = document.createElement('div');
  document.body.replaceChildren(root);
  gallery = await mountGallery({ root, isOffline: true });
}
/** Done on this device while it is offline. */
export async function performed(command: object): Promise<void> {
  const { device } = gallery;
  const result = await device.perform(v.parse(Command, { ...device.envelope(), ...command }));
  expect(result).toMatchObject({ outcome: 'saved' });
}
/** Done by an admin on another device meanwhile. */
export async function meanwhile(command: object): Promise<void> {
  const answers = await gallery.server.push('anna', [{ ...gallery.device.envelope(), ...command }]);
  expect(answers).toBeDefined();
}

/** What is done here offline meets what was done elsewhere; the refused card is opened in its form. */
export async function mend(): Promise<HTMLElement> {
  gallery.goOnline();
  await press('Needs attention: 1');
  await press('Mend');
  return screen.findByRole('article');
}
export async function sent(): Promise<void> {
  await press('Send again');
  expect(await screen.findByText('Nothing needs your attention.')).toBeTruthy();
}

/** A letter to Bob Ortiz, as it is logged by hand. */
export function logged(over: object = {}) {
  const bob = contactNamed('Bob Ortiz');
  const mine = rowsOf('entry').find(({ userId }) => userId === gallery.device.account.userId);
  const { userId: _user, ...like } = mine ?? { userId: '' };
  return {
    type: 'log-interaction',
    item: null,
    interaction: {
      ...like,
      ...{ templateCode: 'BUS', groupCode: 'LETTER', description: 'Offer', note: '', origin: 'hand', level: 'note' },
      ...{ day: '2026-11-23', at: null, salespersonCode: 'AK', campaignCode: null, text: '' },
      ...over,
    },
    with: [
      {
        ...{ entryId: gallery.device.newId(), contactId: bob.id, companyId: bob.companyId, correspondenceType: '' },
        ...{ contactVia: '+44 7700 900142', cost: 8, minutes: 37 },
      },
    ],
  };
}
export const block = (name: string) =>
  meanwhile({
    type: 'save-contact',
    contactId: contactNamed(name).id,
    saw: { privacyBlocked: false },
    to: { privacyBlocked: true },
  });
