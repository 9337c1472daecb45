import { Dexie, type Table, type Transaction } from 'dexie';
import type { Comment } from '../../domain/comment.ts';
import type { Contact } from '../../domain/contact.ts';
import type { FollowUp } from '../../domain/follow-up.ts';
import type { CommandId } from '../../domain/ids.ts';
import type { Item } from '../../domain/item.ts';
import type { LogEntry } from '../../domain/log-entry.ts';
import type { Row } from '../../domain/row.ts';
import type { AcceptedCommand, KeptAlias, KeptCommand, KeptScope, PendingRow } from '../tables.ts';

/** An entry with what its indexes need. `companyId` is absent where there is none: absent keys are not indexed. */
export interface EntryRecord {
  id: string;
  contactId: string;
  companyId?: string;
  place: string;
  /** Whose it is, while it is postponed. */
  postponedBy?: string;
  row: LogEntry;
}

export interface ContactRecord {
  id: string;
  addresses: string[];
  domains: string[];
  mergedInto?: string;
  row: Contact;
}

/** A follow-up with what its indexes need. */
export interface FollowUpRecord {
  id: string;
  contactId: string;
  companyId?: string;
  userId: string;
  due: string;
  row: FollowUp;
}

export type CommandRecord = Omit<KeptCommand, 'seq'> & {
  /** Absent until the table gives it. */
  seq?: number;
  /** `r:` and the ref keys read, `w:` and those written; none once refused. */
  keys: string[];
};

interface Schema {
  entries: Table<EntryRecord, string>;
  contacts: Table<ContactRecord, string>;
  items: Table<{ id: string; keys: string[]; row: Item }, string>;
  comments: Table<{ id: string; entryId: string; row: Comment }, string>;
  followUps: Table<FollowUpRecord, string>;
  setup: Table<{ key: string; row: Row }, string>;
  pending: Table<PendingRow & { finds: string[] }, string>;
  commands: Table<CommandRecord, number>;
  accepted: Table<AcceptedCommand & { id: CommandId }, string>;
  aliases: Table<KeptAlias & { key: string }, string>;
  scopes: Table<KeptScope, string>;
  meta: Table<{ key: string; value: string }, string>;
}

export type DexieWithSchema = Dexie & Schema;

export const schemaVersion = 2;

/**
 * The database of one account, as versions. A version is never changed once it was released: add the next one. An
 * upgrade leaves `commands` and `accepted` alone: they hold whole commands in wire form, which the server takes in any
 * version it serves. Whatever else is here can be had from the server again.
 */
export function createDexie(
  name: string,
  options: { indexedDB: IDBFactory; IDBKeyRange: typeof IDBKeyRange; durability: 'strict' | 'relaxed' },
): DexieWithSchema {
  const { indexedDB, IDBKeyRange, durability } = options;
  const db = new Dexie(name, { indexedDB, IDBKeyRange, chromeTransactionDurability: durability, autoOpen: false });
  db.version(1).stores({
    entries: 'id, [contactId+place], [companyId+place], place',
    contacts: 'id, *addresses, *domains, mergedInto',
    items: 'id, *keys',
    comments: 'id, entryId',
    setup: 'key',
    pending: 'key, *finds',
    commands: '++seq, &id, state, *keys',
    accepted: 'id, acceptedAt',
    aliases: 'key',
    scopes: 'scope',
    meta: 'key',
  });
  db.version(2)
    .stores({
      entries: 'id, [contactId+place], [companyId+place], place, postponedBy',
      followUps: 'id, contactId, companyId, [userId+due]',
    })
    .upgrade(fillInNewFields);
  // A newer pane wants to upgrade, or somebody deletes the database: it is let go at once, and writes say so from then on.
  db.on('versionchange', () => {
    db.close();
    return false;
  });
  return db as DexieWithSchema; // Dexie makes a property for each table just declared
}

/** Rows of version 1 know neither corrections nor what is postponed or deleted: nothing was. */
async function fillInNewFields(transaction: Transaction): Promise<void> {
  const missing = (row: Row): object => {
    switch (row.kind) {
      case 'entry':
        return { corrections: [], postponed: false };
      case 'contact':
      case 'group':
      case 'template':
        return { deleted: false };
      default:
        return {};
    }
  };
  for (const table of ['entries', 'contacts', 'setup', 'pending'])
    await transaction
      .table<{ row: Row }>(table)
      .toCollection()
      .modify((record) => {
        Object.assign(record.row, { ...missing(record.row), ...record.row });
      });
}
