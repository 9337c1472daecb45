import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { secretHash } from '../../src/server/secret-hash.ts';
import { type OpenPane, openPane, startPaneServer } from '../support/outlook-host/open-pane.ts';
import type { MailboxItem } from '../support/outlook-host/page/mailbox-item.ts';
import { aino, bjorn, draftTo, mailFrom, pekka } from '../support/outlook-host/sample-items.ts';
import type { TestServer } from '../support/start-server.ts';

let server: TestServer;
let outlook: OpenPane;

beforeAll(async () => {
  server = await startPaneServer();
});
afterAll(() => server?.stop());
afterEach(() => outlook?.close());

const people = [pekka, aino, bjorn];
/** Mails of three people; the subject of each says whose address belongs to it. */
function mails(count: number, about: string): Record<string, MailboxItem> {
  const made: Record<string, MailboxItem> = {};
  for (let at = 0; at < count; at += 1) {
    const from = people[at % people.length] ?? pekka;
    made[`mail${at}`] = mailFrom({ from, subject: `${about} ${at} ${from.address}` });
  }
  return made;
}

/** Opens all mails one after the other, one every `ms`. */
function flick(ms: number): Promise<void> {
  return outlook.page.evaluate(async (pause) => {
    for (const item of Object.values(window.mailbox)) {
      window.outlook.select(item);
      await new Promise((next) => setTimeout(next, pause));
    }
  }, ms);
}

describe('somebody who goes through the mails quickly', () => {
  it('logs the one that is open in the end, and no other', async () => {
    const items = mails(40, 'Selaus');
    outlook = await openPane(server, { items, open: 'mail0' });
    await flick(50);
    const last = `Selaus 39 ${pekka.address}`;
    await outlook.pane.getByRole('heading', { name: last }).first().waitFor();
    await outlook.logIt();
    expect(await outlook.entries(last)).toHaveLength(1);
    for (let at = 0; at < 39; at += 1) expect(await outlook.entries(items[`mail${at}`]?.subject ?? '')).toEqual([]);
  });

  it('and clicks meanwhile never logs one mail with the people of another', async () => {
    const items = mails(40, 'Kiire');
    outlook = await openPane(server, { items, open: 'mail0' });
    await outlook.logButton().waitFor();
    let flicking = true;
    const flicked = flick(50).then(() => {
      flicking = false;
    });
    while (flicking)
      await outlook
        .logButton()
        .click({ timeout: 200, force: true })
        .catch(() => undefined); // the button comes and goes with the mails
    await flicked;
    // One more at leisure: commands are sent in order, so all clicks before it have arrived with it.
    await outlook.put('extra', mailFrom({ subject: `Kiire lopuksi ${pekka.address}` }));
    await outlook.select('extra');
    await outlook.pane.getByRole('heading', { name: /Kiire lopuksi/ }).waitFor();
    await outlook.logIt();
    expect(await outlook.entries(`Kiire lopuksi ${pekka.address}`)).toHaveLength(1);
    for (const { subject = '' } of Object.values(items))
      for (const entry of await outlook.entries(subject)) {
        expect(subject).toContain(entry.contactVia);
      }
  });
});

it('a hundred mails one after another leave nothing behind', async () => {
  outlook = await openPane(server, { items: mails(60, 'Pitkä päivä'), open: 'mail0' });
  const session = await outlook.context.newCDPSession(outlook.page);
  await session.send('Performance.enable');
  const weigh = async () => {
    await flick(30);
    await outlook.pane.getByRole('heading', { name: /Pitkä päivä 59/ }).waitFor();
    await session.send('HeapProfiler.collectGarbage');
    const { metrics } = await session.send('Performance.getMetrics');
    const metric = (wanted: string) => metrics.find(({ name }) => name === wanted)?.value ?? Number.NaN;
    return { listeners: metric('JSEventListeners'), nodes: metric('Nodes'), heap: metric('JSHeapUsedSize') };
  };
  let before = await weigh();
  // What is left behind grows every time; a part of the pane that loads itself meanwhile does so once.
  await expect
    .poll(
      async () => {
        const after = await weigh();
        const [listeners, nodes] = [after.listeners - before.listeners, after.nodes - before.nodes];
        const heap = after.heap / before.heap;
        before = after;
        return listeners <= 10 && nodes <= 200 && heap < 1.2 ? 'nothing' : { listeners, nodes, heap };
      },
      { timeout: 90_000 },
    )
    .toBe('nothing');
});

it('a page that Outlook loads anew shows the mail that is open then, and logs that one', async () => {
  const items = { first: mailFrom({ subject: 'Ennen' }), second: mailFrom({ subject: 'Jälkeen' }) };
  outlook = await openPane(server, { items, open: 'first' });
  await outlook.pane.getByRole('heading', { name: 'Ennen' }).waitFor();
  await outlook.open('second');
  await outlook.pane.getByRole('heading', { name: 'Jälkeen' }).waitFor();
  await outlook.logIt();
  expect(await outlook.entries('Jälkeen')).toHaveLength(1);
  expect(await outlook.entries('Ennen')).toEqual([]);
});

describe('storage', () => {
  it('that is denied is told before anything is relied on, and what is logged still reaches the log', async () => {
    const items = { mail: mailFrom({ subject: 'Ilman tallennusta' }) };
    outlook = await openPane(server, { items, open: 'mail', storage: 'denied', signedIn: false });
    const { tenantId, userId } = server.accounts.anna;
    const expiresAt = server.clock.now.replace(/^\d{4}/, '2099') as typeof server.clock.now; // still an instant
    await server.store.createInvite({ codeHash: secretHash('a-one-time-code'), tenantId, userId, expiresAt });
    await outlook.pane.getByRole('textbox').fill('a-one-time-code');
    await outlook.pane.getByRole('button', { name: 'Sign in' }).click();
    await outlook.pane.getByText('kept only until the pane closes').waitFor();
    await outlook.logIt();
    expect(await outlook.entries('Ilman tallennusta')).toHaveLength(1);
  });

  it('of the frame keeps what was logged while the server was stopped, over a reload of the page', async () => {
    const items = { mail: mailFrom({ subject: 'Palvelin poissa' }) };
    outlook = await openPane(server, { items, open: 'mail' });
    await outlook.pane.getByText('Up to date').waitFor();
    outlook.connect(false);
    await outlook.logButton().click();
    await outlook.pane.getByText('Saved on this device').first().waitFor();
    expect(await outlook.entries('Palvelin poissa')).toEqual([]);
    outlook.connect(true);
    await outlook.open('mail');
    await expect.poll(async () => (await outlook.entries('Palvelin poissa')).length).toBe(1);
  });
});

describe('a network that went before all of the pane was loaded', () => {
  it('leaves a form that says why a click logs nothing, keeps what was written, and logs it later', async () => {
    const items = { mail: mailFrom({ subject: 'Kesken jäänyt' }) };
    outlook = await openPane(server, { items, open: 'mail', missing: /assets\/log-it/ });
    const description = outlook.pane.getByLabel('Description');
    await description.fill('Omin sanoin');
    await outlook.logButton().click();
    await outlook.pane.getByText('Not logged: a part of Interlog could not be loaded.').waitFor();
    expect(await description.inputValue()).toBe('Omin sanoin');
    outlook.connect(true);
    await outlook.logIt();
    expect(await outlook.pane.getByText('Not logged:').count()).toBe(0);
    expect((await outlook.entries('Omin sanoin')).length).toBe(1);
  });

  it('leaves a pane that says what it could not load, and syncs by itself when it can', async () => {
    const items = { mail: mailFrom({ subject: 'Ilman kirjoittajaa' }) };
    outlook = await openPane(server, { items, open: 'mail', missing: /assets\/store-writer/ });
    await outlook.pane.getByText('A part of Interlog could not be loaded.').waitFor();
    outlook.connect(true);
    await outlook.pane.getByText('Up to date').waitFor();
    await outlook.pane.getByText('A part of Interlog could not be loaded.').waitFor({ state: 'detached' });
    await outlook.logIt();
    expect(await outlook.entries('Ilman kirjoittajaa')).toHaveLength(1);
  });
});

describe('Outlook that does not answer', () => {
  it.each(['office.js', 'MicrosoftAjax'] as const)('because %s hangs leaves a pane that says so', async (hanging) => {
    outlook = await openPane(server, { items: { mail: mailFrom() }, open: 'mail', hanging });
    await outlook.pane.getByText('The open item could not be read').waitFor();
    await outlook.pane.getByText('Up to date').waitFor();
  });

  it('about the recipients of a draft says so, and reads it when it is asked again', async () => {
    outlook = await openPane(server, { items: { draft: draftTo({ subject: 'Sitkeä' }) }, open: null });
    await outlook.pane.getByText('No mail or meeting is open').waitFor();
    await outlook.fault({ method: 'recipients.get', how: 'error', code: 9020 });
    await outlook.select('draft');
    await outlook.pane.getByText('The open item could not be read').waitFor();
    await outlook.noFaults();
    await outlook.pane.getByRole('button', { name: 'Try again' }).click();
    await outlook.pane.getByRole('heading', { name: 'Sitkeä' }).waitFor();
  });

  it('when the mark is saved still has the mail in the log', async () => {
    outlook = await openPane(server, { items: { mail: mailFrom({ subject: 'Merkitsemättä' }) }, open: 'mail' });
    await outlook.fault({ method: 'customProperties.save', how: 'never' });
    await outlook.logIt();
    expect(await outlook.entries('Merkitsemättä')).toHaveLength(1);
  });
});
