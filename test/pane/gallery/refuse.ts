import * as v from 'valibot';
import { Command } from '../../../src/domain/commands/command.ts';
import type { RowKind, RowOf } from '../../../src/domain/row.ts';
import type { Gallery } from './gallery.ts';

/** What the server refuses because of what somebody else did meanwhile, by name. The gallery is offline at first. */
export const refusals = {
  async template(gallery: Gallery): Promise<void> {
    const saw = rowsOf(gallery, 'template').find(({ id }) => id === 'BUS');
    const save = (over: object) => ({
      type: 'save-setup',
      change: { what: 'template', template: { ...saw, ...over }, saw },
    });
    await meet(gallery, save({ unitCost: 12.5, flow: '' }), save({ unitCost: 9, unitDuration: 45 }));
  },
  async contact(gallery: Gallery): Promise<void> {
    const bob = rowsOf(gallery, 'contact').find(({ name }) => name === 'Bob Ortiz');
    const save = (name: string) => ({
      type: 'save-contact',
      contactId: bob?.id,
      saw: { name: bob?.name, phones: bob?.phones },
      to: { name, phones: [name.length === 12 ? '+44 1' : '+44 2'] },
    });
    await meet(gallery, save('Robert Ortiz'), save('Roberto Ortiz'));
  },
  async interaction(gallery: Gallery): Promise<void> {
    const bob = rowsOf(gallery, 'contact').find(({ name }) => name === 'Bob Ortiz');
    const { userId: _user, ...like } = rowsOf(gallery, 'entry').find(({ postponed }) => !postponed) ?? { userId: '' };
    const interaction = {
      ...{ ...like, templateCode: 'BUS', groupCode: 'LETTER', description: 'Offer', origin: 'hand', level: 'note' },
      ...{ note: 'They want it by Monday.', text: '', day: '2026-11-23', at: null, salespersonCode: 'AK' },
      ...{ evaluation: 'positive', flow: 'outbound', initiatedBy: 'us', campaignCode: null },
    };
    const who = { contactId: bob?.id, companyId: bob?.companyId, entryId: gallery.device.newId() };
    const its = { correspondenceType: 'hard-copy', contactVia: '+44 7700 900142', cost: 8, minutes: 37 };
    await meet(
      gallery,
      { type: 'log-interaction', item: null, interaction, with: [{ ...who, ...its }] },
      { type: 'save-contact', contactId: bob?.id, saw: { privacyBlocked: false }, to: { privacyBlocked: true } },
    );
  },
  async correction(gallery: Gallery): Promise<void> {
    const { entries } = await gallery.device.store.log({ limit: 50 });
    const mine = entries.find(({ entry }) => entry.userId === gallery.device.account.userId && !entry.postponed);
    const to = { description: 'What was agreed', note: 'They will call on Monday.', campaignCode: 'GONE' };
    await meet(gallery, { type: 'correct-interaction', entryId: mine?.entry.id, saw: {}, to }, undefined);
  },
};

function rowsOf<K extends RowKind>(gallery: Gallery, kind: K): RowOf<K>[] {
  const rows = gallery.server.log.rows(gallery.device.account.tenantId);
  return rows.filter((row): row is RowOf<K> => row.kind === kind);
}

/** What is done on this device meets what was done elsewhere before it. */
async function meet({ device, server, goOnline }: Gallery, here: object, elsewhere: object | undefined): Promise<void> {
  await device.perform(v.parse(Command, { ...device.envelope(), ...here }));
  if (elsewhere) await server.push('anna', [{ ...device.envelope(), ...elsewhere }]);
  goOnline();
}
