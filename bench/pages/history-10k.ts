import { Dexie } from 'dexie';
import { v7 } from 'uuid';
import { databaseName } from '../../src/store/indexed-db/open-local-store.ts';
import { inTurns } from '../median.ts';
import { madeCommands } from '../server/made-commands.ts';
import { rowsOf } from './many-entries.ts';
import { openDevice, type Session, type Times, takeBasics } from './session.ts';

const firstRows = 50;

/** The first rows of a contact with 10,000 entries, beside the bare query over the same index of the same database. */
export async function historyTenThousand(session: Session): Promise<Times> {
  const { device, store } = await openDevice(session, 'history');
  const [contact] = await takeBasics(session, device);
  if (!contact) throw new Error('the demo has no people');
  const commands = madeCommands([contact], { count: 10_000, now: Date.now(), newUuid: () => v7() });
  const { userId, tenantId } = session.account;
  for (let at = 0; at < commands.length; at += 1_000)
    await store.takeRows(rowsOf(commands.slice(at, at + 1_000), userId), device.actor);

  const bare = await new Dexie(databaseName({ server: 'history', tenantId, userId })).open();
  const entries = bare.table('entries');
  const times = await inTurns(
    { count: 201, warmUp: 30 },
    () => timed(async () => (await store.history(contact.id, { limit: firstRows })).entries.length),
    () =>
      timed(async () => {
        const range = entries
          .where('[contactId+place]')
          .between([contact.id, Dexie.minKey], [contact.id, Dexie.maxKey]);
        return (await range.reverse().limit(firstRows).toArray()).length;
      }),
  );
  bare.close();
  store.close();
  return times;
}

async function timed(read: () => Promise<number>): Promise<number> {
  const started = performance.now();
  const found = await read();
  const ms = performance.now() - started;
  if (found !== firstRows) throw new Error(`found ${found} rows`);
  return ms;
}
