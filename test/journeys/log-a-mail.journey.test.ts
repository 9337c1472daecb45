import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Command } from '../../src/domain/commands/command.ts';
import { type Colleague, colleague, entriesSince, type ServerRow, serverLog } from '../support/colleague.ts';
import { type PreviewProcess, startPreviewProcess } from '../support/preview-process.ts';

let preview: PreviewProcess;
let anna: Colleague;
let before: ServerRow[];

beforeAll(async () => {
  preview = await startPreviewProcess();
  anna = await colleague(preview);
  before = (await serverLog(preview)).entries;
});
afterAll(async () => {
  await anna?.close();
  await preview?.dispose();
});

describe('logging the open mail', () => {
  it('takes one click, is in the log a moment later, and is seen on a second device', async () => {
    await anna.open('Tarjous 2291');
    await anna.logButton().click();
    await anna.pane.getByText('In the log').first().waitFor();

    const logged = await entriesSince(preview, before);
    expect(logged.map((entry) => entry.description)).toEqual([
      'Tarjous 2291, huoltosopimuksen jatko',
      'Tarjous 2291, huoltosopimuksen jatko',
    ]);

    const mika = await colleague(preview, { as: 'mika' });
    await mika.open('Tarjous 2291');
    await mika.pane
      .getByText(/Logged by Anna Korhonen/)
      .first()
      .waitFor();
    await mika.close();
  });

  it('stores what the preview showed last before the click, and nothing more', async () => {
    const { rows } = await serverLog(preview);
    const lastRev = Math.max(...rows.map(({ rev }) => rev));
    const sent: unknown[] = [];
    anna.page.on('request', (request) => {
      if (request.url().endsWith('/v1/push')) sent.push(...(request.postDataJSON().commands ?? []));
    });
    await anna.open('Invoice details for the pilot');
    await anna.pane.getByRole('button', { name: 'Show exactly what is stored' }).click();
    await anna.pane.getByRole('button', { name: /Add Nora Berg/ }).click();
    await anna.pane.getByRole('button', { name: 'Note', exact: true }).click();
    await anna.pane.getByRole('textbox', { name: 'Note' }).fill('She waits for the invoice');
    await anna.pane.getByRole('button', { name: 'Follow-up', exact: true }).click();
    await anna.pane.getByRole('textbox', { name: 'What is to be done' }).fill('Call Nora');
    const raw = anna.pane.locator('.payload pre');
    await raw.filter({ hasText: 'Call Nora' }).waitFor({ state: 'attached' });
    const shown: Command[] = JSON.parse((await raw.textContent()) ?? '');
    await anna.logButton().click();
    await anna.pane.getByText('In the log').first().waitFor();

    expect([...new Set(shown.map(({ type }) => type))]).toEqual([
      'create-contact',
      'log-interaction',
      'save-follow-up',
    ]);
    // Only the time of the click itself was still to come.
    expect(sent.map((command) => ({ ...(command as Command), madeAt: 'the click' }))).toEqual(
      shown.map((command) => ({ ...command, madeAt: 'the click' })),
    );
    const stored = (await serverLog(preview)).rows.filter(({ rev }) => rev > lastRev);
    expect(byKey(stored)).toEqual(byKey(shown.flatMap(rowsOf)));
  });

  it('makes the unknown sender a contact of the known company in the same click', async () => {
    const { contacts } = await serverLog(preview);
    const nora = contacts.find((contact) => contact.email === 'nora.berg@harbourpine.example');
    const company = contacts.find((contact) => contact.name === 'Harbour & Pine Ltd');
    expect(nora?.name).toBe('Nora Berg');
    expect(nora?.companyId).toBe(company?.id);
  });

  it('is taken back by Undo', async () => {
    await anna.open('Site visit on Thursday');
    await anna.logButton().click();
    await anna.pane.getByText('In the log').first().waitFor();
    await anna.pane.getByRole('button', { name: 'Undo' }).first().click();
    await expect
      .poll(async () => {
        const mine = (await entriesSince(preview, before)).filter((entry) => entry.subject?.includes('Site visit'));
        return mine.length > 0 && mine.every((entry) => entry.canceled?.length === 1);
      })
      .toBe(true);
  });
});

/** The rows that a command makes: what it says, and what the server says of every row. */
function rowsOf(command: Command): { kind: string; id: string; [field: string]: unknown }[] {
  const rev = expect.any(Number);
  const madeAt = expect.any(String);
  const userId = expect.any(String);
  if (command.type === 'create-contact') {
    const { contactId, fields } = command;
    return [{ kind: 'contact', id: contactId, rev, no: rev, ...fields, mergedInto: null, deleted: false }];
  }
  if (command.type === 'save-follow-up') {
    const { followUpId, fields } = command;
    return [{ kind: 'follow-up', id: followUpId, rev, ...fields, madeBy: userId, madeAt, closed: null }];
  }
  if (command.type !== 'log-interaction' || !command.item) throw new Error(`the click sends no ${command.type}`);
  const { id: commandId, item, interaction, postponed } = command;
  const received = { entryNo: rev, userId, madeAt, receivedAt: expect.any(String), withheld: false };
  const untouched = { canceled: [], corrections: [], postponed };
  const entries = command.with.map(({ entryId, ...own }) => ({
    kind: 'entry',
    id: entryId,
    ...{ rev, itemId: item.id, commandId, ...interaction, ...own, ...received, ...untouched },
  }));
  const about = command.with.map(({ entryId, contactId }) => ({ entryId, contactId }));
  return [...entries, { kind: 'item', rev, ...item, entries: about, mergedInto: null }];
}

function byKey(rows: readonly { kind: string; id: string }[]): Record<string, object> {
  return Object.fromEntries(rows.map((row) => [`${row.kind}:${row.id}`, row]));
}
