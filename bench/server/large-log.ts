import { existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Contact } from '../../src/domain/contact.ts';
import type { Item } from '../../src/domain/item.ts';
import type { LogEntry } from '../../src/domain/log-entry.ts';
import type { Row } from '../../src/domain/row.ts';
import { instantOf } from '../../src/domain/time.ts';
import { placeOf } from '../../src/server/log/entry-place.ts';
import { entryWords } from '../../src/server/log/entry-words.ts';
import { entries as entryShape, items as itemShape } from '../../src/server/log/tables.ts';
import { entryValues } from '../../src/server/log/write-entries.ts';
import type { Principal } from '../../src/server/log-store.ts';
import { migrations } from '../../src/server/sqlite/migrations.ts';
import { logFile, openSqliteLogStore } from '../../src/server/sqlite/open-sqlite-log-store.ts';
import { chance, madeName, madeText, uuidOf } from './made-texts.ts';

/** A log of one team with so many entries, for benches that ask how reads grow. */
export interface LargeLog {
  folder: string;
  reader: Principal;
  contactIds: Contact['id'][];
}

/** Entries that a contact has; there are as many contacts as that asks for. */
const entriesEach = 50;
const start = Date.UTC(2021, 0, 4);
const minute = 60_000;

/** Codes and how many of a hundred entries have them. */
export const templates = ['EMAIL', 'CALL', 'MEETING', 'LETTER', 'VISIT'] as const;
export const salespeople = Array.from({ length: 10 }, (_, at) => `S${at}`);

/**
 * The log with `count` entries: the same each time, made in bulk at the first use and kept in the system's folder for
 * temporary files, beside its schema's name.
 */
export async function largeLog(count: number): Promise<LargeLog> {
  const version = Object.keys(migrations).at(-1) ?? '';
  const folder = join(tmpdir(), `interlog-bench-${count}-${version}`);
  const contacts = contactsFor(count);
  if (!existsSync(folder)) {
    const aside = `${folder}-building`;
    rmSync(aside, { recursive: true, force: true });
    mkdirSync(aside);
    const began = performance.now();
    await build(aside, count, contacts);
    renameSync(aside, folder);
    const size = statSync(join(folder, logFile)).size / 2 ** 20;
    const seconds = (performance.now() - began) / 1_000;
    console.log(`made a log of ${count} entries: ${size.toFixed(0)} MiB in ${seconds.toFixed(0)} s, in ${folder}`);
  }
  return { folder, reader, contactIds: contacts.flatMap(({ id, type }) => (type === 'person' ? [id] : [])) };
}

const reader: Principal = {
  tenantId: uuidOf('tenant', 1),
  userId: uuidOf('user', 1),
  role: 'salesperson',
  salespersonCode: null,
};

/** Every tenth is a company, and the nine after it are its people. */
function contactsFor(count: number): Contact[] {
  return Array.from({ length: Math.ceil((count / entriesEach / 9) * 10) }, (_, at): Contact => {
    const company = at - (at % 10);
    return {
      kind: 'contact',
      id: uuidOf('contact', at),
      rev: 0,
      no: null,
      type: at === company ? 'company' : 'person',
      name: madeName(at),
      companyId: uuidOf('contact', company),
      email: '',
      otherEmails: [],
      phones: [],
      domains: [],
      salespersonCode: null,
      correspondenceType: '',
      language: '',
      privacyBlocked: false,
      mergedInto: null,
      deleted: false,
    };
  });
}

async function build(folder: string, count: number, contacts: readonly Contact[]): Promise<void> {
  const store = await openSqliteLogStore(folder, { epoch: 'bench' });
  const rows: Row[] = [...contacts];
  await store.createTenant({ tenantId: reader.tenantId, name: 'Bench' }, rows);
  await store.createUser(reader.tenantId, { ...reader, name: 'Reader', email: '' });
  await store.close();

  const database = new DatabaseSync(join(folder, logFile));
  database.exec('pragma journal_mode = wal; pragma synchronous = off; pragma cache_size = -200000');
  const indexes = database
    .prepare(
      "select name, sql from sqlite_schema where type = 'index' and sql is not null and tbl_name in ('entry', 'item')",
    )
    .all();
  for (const { name } of indexes) database.exec(`drop index "${name}"`);
  const insert = (table: string, columns: readonly string[]) =>
    database.prepare(`insert into ${table} (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`);
  const [intoEntry, intoItem] = [entryShape, itemShape].map(({ table, key, others }) =>
    insert(table, [...key, ...others]),
  );
  const intoText = insert('entry_text', ['rowid', 'words']);
  const people = contacts.filter(({ type }) => type === 'person');

  database.exec('begin');
  for (let at = 0; at < count; at += 1) {
    const { entry, item } = made(at, count, people);
    const place = placeOf(entry.at ?? '');
    intoEntry?.run(...entryValues(reader.tenantId, place, entry));
    intoItem?.run(reader.tenantId, item.id, item.rev, null, JSON.stringify(item));
    intoText.run(place, entryWords(1, entry, []).join(' '));
    if (at % 50_000 === 49_999) database.exec('commit; begin');
  }
  for (const { sql } of indexes) database.exec(String(sql));
  database.exec(`update tenant set rev = ${3 * count}, entry_no = ${count}`);
  database.exec('commit; pragma wal_checkpoint(truncate)');
  database.close();
}

function made(at: number, count: number, people: readonly Contact[]): { entry: LogEntry; item: Item } {
  const random = chance(at + 7);
  const contact = people[Math.floor(random() * people.length)];
  if (!contact) throw new Error('a log has people');
  // The same five years, however many entries lie in them.
  const sent = instantOf(start + Math.floor((at * 2_600_000) / count) * minute + (at % 50_000));
  const [entryId, itemId] = [uuidOf<LogEntry['id']>('entry', at), uuidOf<Item['id']>('item', at)];
  const hasNote = at % 3 === 0;
  const description = madeText(random, 6);
  const entry = {
    kind: 'entry',
    id: entryId,
    rev: at + 1,
    entryNo: at + 1,
    at: sent,
    zone: 'Europe/Helsinki',
    day: sent.slice(0, 10),
    templateCode: templates[Math.floor(random() * templates.length)],
    groupCode: random() < 0.7 ? 'SYSTEM' : 'PHONE',
    description,
    subject: description,
    flow: random() < 0.5 ? 'outbound' : 'inbound',
    initiatedBy: 'us',
    salespersonCode: salespeople[Math.floor(random() * salespeople.length)],
    evaluation: random() < 0.05 ? 'positive' : '',
    attemptFailed: random() < 0.05,
    language: 'en',
    campaignCode: null,
    campaignTarget: false,
    campaignResponse: false,
    origin: 'mail',
    level: hasNote ? 'note' : 'details',
    note: hasNote ? madeText(random, 30) : '',
    text: '',
    audience: 'team',
    contactId: contact.id,
    companyId: contact.companyId,
    correspondenceType: 'email',
    contactVia: `person${at % 1_000}@example.com`,
    cost: 8,
    minutes: 1,
    itemId,
    commandId: uuidOf('command', at),
    userId: uuidOf('user', at % 20),
    madeAt: sent,
    receivedAt: sent,
    canceled: [],
    corrections: [],
    postponed: false,
    withheld: false,
  } as object as LogEntry; // made in the checked form
  const item: Item = {
    kind: 'item',
    id: itemId,
    rev: at + 1,
    itemKind: 'mail',
    keys: [`message-id:${itemId}@mail.example`] as Item['keys'],
    entries: [{ entryId, contactId: contact.id }],
    mergedInto: null,
  };
  return { entry, item };
}
