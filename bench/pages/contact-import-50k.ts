import { Dexie } from 'dexie';
import { v7 } from 'uuid';
import type { CreateContact } from '../../src/domain/commands/create-contact.ts';
import type { ContactId } from '../../src/domain/ids.ts';
import { browserClock } from '../../src/entries/browser/browser-clock.ts';
import { guessMapping } from '../../src/pane/contacts/files/columns.ts';
import { importContacts } from '../../src/pane/contacts/files/import-contacts.ts';
import { createBreathe } from '../../src/pane/contacts/files/in-slices.ts';
import { createKnownContacts } from '../../src/pane/contacts/files/known-contacts.ts';
import { rawFromRow } from '../../src/pane/contacts/files/raw-from-row.ts';
import { readCsv } from '../../src/pane/contacts/files/read-csv.ts';
import { databaseName } from '../../src/store/indexed-db/open-local-store.ts';
import { longTaskNote, longTasksDuring } from './long-tasks.ts';
import { contactRecord, madeFile, madeRow } from './made-contacts.ts';
import { openDevice, type Session, type Times, takeBasics } from './session.ts';

const count = 50_000;

/**
 * A file of 50,000 contacts until the last of them is on this device's disk, beside a bare Dexie `bulkPut` of the same rows
 * under the same indexes: of each contact the command that is to be sent and the row that is shown. The note says what the
 * contacts alone take, as they stand once the server has them. Once: so many rows are a sample by themselves.
 */
export async function contactImport(session: Session): Promise<Times> {
  const text = madeFile(count);
  const { device, store } = await openDevice(session, 'import');
  await takeBasics(session, device);
  const made: CreateContact[] = [];
  const ours = await longTasksDuring(() =>
    timed(async () => {
      const breathe = createBreathe(browserClock, never);
      const [head, ...rows] = await readCsv(text, breathe);
      const mapping = guessMapping(head?.cells ?? []);
      const raws = [];
      for (const row of rows) {
        raws.push(rawFromRow(row, mapping));
        await breathe();
      }
      const { created } = await importContacts(raws, {
        known: createKnownContacts(),
        salespeople: [],
        newContactId: () => v7() as ContactId, // a new UUID
        envelope: device.envelope,
        keep(commands) {
          made.push(...commands);
          return store.performAll(commands, device.actor);
        },
        breathe,
        report: () => undefined,
        signal: never,
      });
      if (created !== count) throw new Error(`made ${created}`);
    }),
  );
  store.close();
  const theirs = await bareAgain(session);
  const alone = await bareContacts(made);
  const share = (alone / ours.value).toFixed(2);
  return { ours: [ours.value], theirs: [theirs], note: `${longTaskNote(ours.longTasks)}; ${share} of contacts alone` };
}

const never = new AbortController().signal;

/** Puts what the import wrote into a database of its own. */
async function bareAgain({ account: { tenantId, userId } }: Session): Promise<number> {
  const written = await new Dexie(databaseName({ server: 'import', tenantId, userId })).open();
  const [pending, commands] = [await written.table('pending').toArray(), await written.table('commands').toArray()];
  written.close();
  return bare({ pending: 'key, *finds', commands: '++seq, &id, state, *keys' }, { pending, commands });
}

function bareContacts(made: readonly CreateContact[]): Promise<number> {
  const contacts = made.map(madeRow).map(contactRecord);
  return bare({ contacts: 'id, *addresses, *domains, mergedInto' }, { contacts });
}

async function bare(indexes: Record<string, string>, rows: Record<string, unknown[]>): Promise<number> {
  const db = new Dexie('bare import');
  db.version(1).stores(indexes);
  await db.open();
  const ms = await timed(async () => {
    for (const [table, records] of Object.entries(rows)) await db.table(table).bulkPut(records);
  });
  await db.delete();
  return ms;
}

async function timed(act: () => PromiseLike<unknown>): Promise<number> {
  const started = performance.now();
  await act();
  return performance.now() - started;
}
