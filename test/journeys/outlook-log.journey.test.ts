import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type OpenPane, openPane, startPaneServer } from '../support/outlook-host/open-pane.ts';
import {
  aino,
  anna,
  bjorn,
  draftTo,
  mailFrom,
  meetingWith,
  pekka,
  sent,
} from '../support/outlook-host/sample-items.ts';
import type { TestServer } from '../support/start-server.ts';

let server: TestServer;
let outlook: OpenPane;

beforeAll(async () => {
  server = await startPaneServer();
});
afterAll(() => server?.stop());
afterEach(() => outlook?.close());

describe('in Outlook on the web', () => {
  it('a mail is read and logged in one click, and is in the log once', async () => {
    outlook = await openPane(server, { items: { quote: mailFrom({ subject: 'Tarjous 88' }) }, open: 'quote' });
    await outlook.pane.getByText('Tarjous 88').first().waitFor();
    await outlook.logIt();
    const entries = await outlook.entries('Tarjous 88');
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({ flow: 'inbound', initiatedBy: 'them', templateCode: 'EMAILIN', text: '' });
    expect(outlook.refused).toEqual([]);
    expect(outlook.errors).toEqual([]);
  });

  it('a mail that was logged carries a mark that holds nothing of it', async () => {
    outlook = await openPane(server, { items: { quote: mailFrom({ subject: 'Merkitty' }) }, open: 'quote' });
    await outlook.logIt();
    await expect.poll(async () => (await outlook.item('quote')).customProperties?.interlog).toBeDefined();
    const { customProperties } = await outlook.item('quote');
    const [entry] = await outlook.entries('Merkitty');
    expect(customProperties).toEqual({ interlog: { v: 1, entryId: entry?.id, at: expect.any(String) } });
  });

  it('a reply in the thread is another mail and is logged with the subject without its prefix', async () => {
    const first = mailFrom({ subject: 'Huolto 12', conversationId: 'thread-12' });
    const reply = mailFrom({ subject: 'VS: Huolto 12', conversationId: 'thread-12', from: anna, to: [pekka] });
    outlook = await openPane(server, { items: { first, reply }, open: 'first' });
    await outlook.logIt();
    await outlook.select('reply');
    await outlook.pane.getByText('Outbound').first().waitFor();
    await outlook.logIt();
    const entries = await outlook.entries('Huolto 12');
    expect(entries.map(({ flow }) => flow).sort()).toEqual(['inbound', 'outbound']);
  });

  it('a mail that is logged while it is written is known again once it is sent', async () => {
    const draft = draftTo({ subject: 'Luonnos tarjoukseksi' });
    outlook = await openPane(server, { items: { draft }, open: 'draft' });
    await outlook.pane.getByText('Being written').first().waitFor();
    await outlook.logIt();
    await expect.poll(async () => (await outlook.item('draft')).customProperties?.interlog).toBeDefined();

    await outlook.put('sent', sent(await outlook.item('draft')));
    await outlook.select('sent');
    await outlook.pane
      .getByText(/Logged by|Logged from/)
      .first()
      .waitFor();
    expect(await outlook.entries('Luonnos tarjoukseksi')).toHaveLength(1);
  });

  it('a meeting is logged by its organizer with its length', async () => {
    const meeting = meetingWith({ kind: 'appointment-compose', id: null, subject: 'Katselmus 7' });
    outlook = await openPane(server, { items: { meeting }, open: 'meeting' });
    await outlook.pane.getByText('Katselmus 7').first().waitFor();
    await outlook.logIt();
    const entries = await outlook.entries('Katselmus 7');
    expect(entries).toHaveLength(2);
    for (const entry of entries) expect(entry).toMatchObject({ templateCode: 'INHOUSE', minutes: 90 });
    await expect.poll(async () => (await outlook.item('meeting')).customProperties?.EventLogged).toBe(true);
  });

  it('a meeting that somebody else organizes is logged by an attendee', async () => {
    const meeting = meetingWith({ subject: 'Vierailu', organizer: bjorn, to: [anna], cc: [] });
    outlook = await openPane(server, { items: { meeting }, open: 'meeting' });
    await outlook.pane.getByText('Vierailu').first().waitFor();
    await outlook.logIt();
    expect(await outlook.entries('Vierailu')).toMatchObject([{ origin: 'meeting', minutes: 90 }]);
  });

  it('a meeting request in the inbox and the meeting in the calendar are one', async () => {
    const facts = { subject: 'Neuvottelu', organizer: bjorn, from: bjorn, to: [anna], cc: [aino] };
    const request = meetingWith({ ...facts, kind: 'meeting-request' });
    const meeting = meetingWith(facts);
    outlook = await openPane(server, { items: { request, meeting }, open: 'request' });
    await outlook.pane.getByText('Neuvottelu').first().waitFor();
    await outlook.logIt();
    await outlook.select('meeting');
    await outlook.pane
      .getByText(/Logged by/)
      .first()
      .waitFor();
    expect(await outlook.entries('Neuvottelu')).toHaveLength(2);
  });

  it('nothing selected leaves the pane open for an interaction by hand', async () => {
    outlook = await openPane(server, { items: { quote: mailFrom({ subject: 'Valittu' }) }, open: null });
    await outlook.pane.getByText('No mail or meeting is open').first().waitFor();
    await outlook.select('quote');
    await outlook.pane.getByText('Valittu').first().waitFor();
    await outlook.select(null);
    await outlook.pane.getByText('No mail or meeting is open').first().waitFor();
  });

  it('a mail in a shared mailbox is logged by the one who acts, and says whose mailbox it is', async () => {
    const shared = {
      owner: 'myynti@aurinko.example',
      targetMailbox: 'myynti@aurinko.example',
      delegatePermissions: 1,
      targetRestUrl: 'https://outlook.office.com/api',
    };
    const mail = mailFrom({ subject: 'Yhteinen', to: [{ name: 'Myynti', address: 'myynti@aurinko.example' }], shared });
    outlook = await openPane(server, { items: { mail }, open: 'mail' });
    await outlook.pane.getByText('myynti@aurinko.example').first().waitFor();
    await outlook.logIt();
    expect(await outlook.entries('Yhteinen')).toMatchObject([{ salespersonCode: 'AK' }]);
  });
});
