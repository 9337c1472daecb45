import { Dexie } from 'dexie';
import { v7 } from 'uuid';
import type { ContactId } from '../../src/domain/ids.ts';
import type { Row } from '../../src/domain/row.ts';
import { mostPulledRows } from '../../src/protocol/pull.ts';
import { mostCommands } from '../../src/protocol/push.ts';
import { historyScope } from '../../src/protocol/scope.ts';
import { wireVersion } from '../../src/protocol/wire-version.ts';
import { databaseName } from '../../src/store/indexed-db/open-local-store.ts';
import { inTurns } from '../median.ts';
import { madeCommands } from '../server/made-commands.ts';
import { openDevice, type Session, type Times, takeBasics } from './session.ts';

const count = 1_000;

/** A new device reads a contact's first 1,000 entries, beside the bare requests for them and one bulkPut a table. */
export async function pullThousand(session: Session): Promise<Times> {
  const { device, store } = await openDevice(session, 'pull-basics');
  await takeBasics(session, device);
  const company = (await store.contacts()).find(({ type }) => type === 'company');
  if (!company) throw new Error('the demo has no companies');
  const someone = { ...company, companyId: company.id };
  const commands = madeCommands([someone], { count, now: Date.now(), newUuid: () => v7() });
  for (let at = 0; at < count; at += mostCommands)
    await fetch('/v1/push', {
      method: 'POST',
      headers: { authorization: `Bearer ${session.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        wire: wireVersion,
        tenantId: session.account.tenantId,
        userId: session.account.userId,
        commands: commands.slice(at, at + mostCommands),
      }),
    });
  store.close();
  return inTurns(
    { count: 15, warmUp: 2 },
    (round) => asDevice(session, company.id, `pull ours ${round}`),
    (round) => bare(session, company.id, `pull theirs ${round}`),
  );
}

async function asDevice(session: Session, contactId: ContactId, place: string): Promise<number> {
  const { device, store } = await openDevice(session, place);
  const never = new AbortController().signal;
  const started = performance.now();
  for (let more = true; more; ) {
    const older = await device.olderHistory(contactId, never);
    if (!older.known) throw new Error(`the server did not say: ${older.why}`);
    more = older.value;
  }
  const { entries } = await store.history(contactId, { limit: count });
  const ms = performance.now() - started;
  if (entries.length !== count) throw new Error(`there are ${entries.length} entries`);
  store.close();
  await Dexie.delete(databaseName({ server: place, ...session.account }));
  return ms;
}

async function bare(session: Session, contactId: ContactId, place: string): Promise<number> {
  const { store } = await openDevice(session, place);
  const db = await new Dexie(databaseName({ server: place, ...session.account }), {
    chromeTransactionDurability: 'relaxed',
  }).open();
  const started = performance.now();
  const rows: Row[] = [];
  for (let before: string | null | undefined; before !== null; ) {
    const query = { scope: historyScope(contactId), limit: String(mostPulledRows), ...(before ? { before } : {}) };
    const response = await fetch(`/v1/pull?${new URLSearchParams(query)}`, {
      headers: { authorization: `Bearer ${session.token}` },
    });
    const page = await response.json();
    rows.push(...page.rows);
    before = page.older;
  }
  await db.transaction('rw', ['entries', 'items'], async () => {
    const entries = rows.filter((row) => row.kind === 'entry');
    await db.table('entries').bulkPut(
      entries.map((row) => ({
        ...{ id: row.id, contactId: row.contactId, companyId: row.companyId, place: `${row.at}~${row.id}`, row },
      })),
    );
    const items = rows.filter((row) => row.kind === 'item');
    await db.table('items').bulkPut(items.map((row) => ({ id: row.id, keys: row.keys, row })));
  });
  const shown = await db.table('entries').orderBy('place').reverse().limit(count).toArray();
  const ms = performance.now() - started;
  if (shown.length !== count) throw new Error(`there are ${shown.length} entries`);
  db.close();
  store.close();
  await Dexie.delete(db.name);
  return ms;
}
