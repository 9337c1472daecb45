import { addressesOf } from '../../domain/addresses-of.ts';
import type { Contact } from '../../domain/contact.ts';
import type { FollowUp } from '../../domain/follow-up.ts';
import type { LogEntry } from '../../domain/log-entry.ts';
import type { Row, RowKind } from '../../domain/row.ts';
import { rowKey } from '../../domain/row-key.ts';
import { pendingFinds } from '../pending-finds.ts';
import { placeOf } from '../place.ts';
import type { KeptAlias, KeptCommand, NewCommand, PendingRow } from '../tables.ts';

/**
 * What the object stores of `dexie-schema.ts` hold: each thing with what its indexes need. Absent keys are not indexed,
 * so what there is none of is absent.
 */
export type StoreName =
  | 'entries'
  | 'contacts'
  | 'items'
  | 'comments'
  | 'followUps'
  | 'setup'
  | 'pending'
  | 'commands'
  | 'accepted'
  | 'aliases'
  | 'scopes'
  | 'meta'
  | 'gone';

export type CommandRecord = Omit<KeptCommand, 'seq' | 'state' | 'touches' | 'writes'> & {
  /** Absent until the object store gives it. */
  seq?: number;
  /** Absent in one that simply waits, as nearly all do: nobody looks for those by it. */
  state?: KeptCommand['state'];
  /** What it `writes` as `w:` and the ref key, and what else it `touches` as `r:` and the ref key: each is an entry of the index. */
  keys: string[];
};

/** The object stores of rows, and what finds a row in its own. */
export const rowStores = {
  entry: 'entries',
  contact: 'contacts',
  item: 'items',
  comment: 'comments',
  'follow-up': 'followUps',
  group: 'setup',
  template: 'setup',
  'template-setup': 'setup',
  salesperson: 'setup',
  workspace: 'setup',
  campaign: 'setup',
  purge: 'setup',
} as const satisfies Record<RowKind, StoreName>;

/** The primary key of the row of that kind and id. */
export function primaryKey(kind: RowKind, id: string): string {
  return rowStores[kind] === 'setup' ? `${kind}:${id}` : id;
}

/** A row as its object store holds it. */
export function rowRecord(row: Row): { row: Row } {
  switch (row.kind) {
    case 'entry':
      return entryRecord(row);
    case 'contact':
      return contactRecord(row);
    case 'item':
      return { ...{ id: row.id, keys: row.keys }, row };
    case 'comment':
      return { ...{ id: row.id, entryId: row.entryId }, row };
    case 'follow-up':
      return followUpRecord(row);
    default:
      return { ...{ key: rowKey(row) }, row };
  }
}

function entryRecord(row: LogEntry) {
  const { id, contactId, companyId, userId, postponed } = row;
  const optional = { ...(companyId === null ? {} : { companyId }), ...(postponed ? { postponedBy: userId } : {}) };
  return { id, contactId, ...optional, place: placeOf(row), row };
}

function followUpRecord(row: FollowUp) {
  const { id, contactId, companyId, userId, due } = row;
  return { id, contactId, ...(companyId === null ? {} : { companyId }), userId, due, row };
}

function contactRecord(row: Contact) {
  const { id, domains, mergedInto } = row;
  return { id, addresses: addressesOf(row), domains, ...(mergedInto === null ? {} : { mergedInto }), row };
}

export function pendingRecord({ key, row, by }: PendingRow): PendingRow & { finds: string[] } {
  return { key, row, by, finds: pendingFinds(row) };
}

export function commandRecord({ touches, writes, state, ...command }: NewCommand | KeptCommand): CommandRecord {
  const written = new Set(writes);
  const onlyRead = touches.filter((key) => !written.has(key));
  const unusual = state === 'waiting' ? {} : { state };
  return { ...command, ...unusual, keys: [...onlyRead.map((key) => `r:${key}`), ...writes.map((key) => `w:${key}`)] };
}

export function keptCommand({ seq, state = 'waiting', keys, ...record }: CommandRecord): KeptCommand[] {
  if (seq === undefined) return []; // the object store has given it
  const after = (mark: string) => keys.flatMap((key) => (key.startsWith(mark) ? [key.slice(mark.length)] : []));
  const writes = after('w:');
  return [{ ...record, seq, state, touches: [...after('r:'), ...writes], writes }];
}

export function aliasRecord(alias: KeptAlias): KeptAlias & { key: string } {
  return { ...alias, key: `${alias.kind}:${alias.from}` };
}
