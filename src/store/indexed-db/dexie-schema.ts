import { Dexie, type Transaction } from 'dexie';
import type { Row } from '../../domain/row.ts';

/**
 * The database of one account, as versions. A version is never changed once it was released: add the next one, here and
 * in `open-idb.ts`. An upgrade leaves `commands` and `accepted` alone: they hold whole commands in wire form, which
 * the server takes in any version it serves. Whatever else is here can be had from the server again.
 */
function declare(db: Dexie): void {
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
  // What purges took; and templates say how long entries are kept: for ever, so far.
  db.version(3).stores({ gone: 'key' }).upgrade(keepForEver);
}

/** Creates the database, or brings one of an older version to this one's; `signal` gives it up. */
export async function bringUpToDate(name: string, indexedDB: IDBFactory, signal: AbortSignal): Promise<void> {
  const db = new Dexie(name, { indexedDB, IDBKeyRange, autoOpen: false });
  declare(db);
  const giveUp = () => db.close();
  signal.addEventListener('abort', giveUp);
  try {
    await db.open();
  } finally {
    signal.removeEventListener('abort', giveUp);
    db.close();
  }
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

async function keepForEver(transaction: Transaction): Promise<void> {
  for (const table of ['setup', 'pending'])
    await transaction
      .table<{ row: Row }>(table)
      .toCollection()
      .modify(({ row }) => {
        if (row.kind === 'template') row.retentionDays ??= null;
      });
}
