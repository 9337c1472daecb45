import { Dexie } from 'dexie';
import { v7 } from 'uuid';
import { readContact } from '../../src/pane/contacts/read-contact.ts';
import { databaseName } from '../../src/store/indexed-db/open-local-store.ts';
import type { StoreReader } from '../../src/store/local-store.ts';
import { inTurns } from '../median.ts';
import { madeCommands } from '../server/made-commands.ts';
import { rowsOf } from './many-entries.ts';
import { openDevice, type Session, type Times, takeBasics } from './session.ts';

const count = 2_000;
const firstRows = 20;

/**
 * The page of a contact with 2,000 entries is opened → its first rows are read, as the page reads them: right before who
 * the contact is. Beside the bare query over the same index of the same database.
 */
export async function contactPage(session: Session): Promise<Times> {
  const { device, store } = await openDevice(session, 'contact-page');
  const [contact] = await takeBasics(session, device);
  if (!contact) throw new Error('the demo has no people');
  const commands = madeCommands([contact], { count, now: Date.now(), newUuid: () => v7() });
  const { userId, tenantId } = session.account;
  for (let at = 0; at < count; at += 500)
    await store.takeRows(rowsOf(commands.slice(at, at + 500), userId), device.actor);

  const bare = await new Dexie(databaseName({ server: 'contact-page', tenantId, userId })).open();
  const entries = bare.table('entries');
  /** Until a watch has its first answer. */
  const watched = <T>(read: (reader: StoreReader) => Promise<T>, signal: AbortSignal) =>
    new Promise<T>((resolve, reject) => store.watch(read, resolve, signal, reject));
  const times = await inTurns(
    { count: 201, warmUp: 30 },
    async () => {
      const shown = new AbortController();
      const started = performance.now();
      const rows = watched((reader) => reader.history(contact.id, { limit: firstRows }), shown.signal);
      const who = watched((reader) => readContact(reader, contact.id), shown.signal);
      const page = await rows;
      const ms = performance.now() - started;
      if (page.entries.length !== firstRows || !(await who)) throw new Error(`found ${page.entries.length} rows`);
      shown.abort();
      return ms;
    },
    async () => {
      const started = performance.now();
      const range = entries.where('[contactId+place]').between([contact.id, Dexie.minKey], [contact.id, Dexie.maxKey]);
      const found = await range.reverse().limit(firstRows).toArray();
      const ms = performance.now() - started;
      if (found.length !== firstRows) throw new Error(`found ${found.length} rows`);
      return ms;
    },
  );
  bare.close();
  store.close();
  return times;
}
