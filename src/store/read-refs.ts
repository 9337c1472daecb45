import type { Contact } from '../domain/contact.ts';
import type { ContactId } from '../domain/ids.ts';
import type { Item } from '../domain/item.ts';
import type { LogEntry } from '../domain/log-entry.ts';
import { byId, type Ref, refKey } from '../domain/ref.ts';
import type { Row, RowKind } from '../domain/row.ts';
import type { ShownRows } from './shown-rows.ts';

/** The rows that answer `refs`, and the ref keys whose change could change the answer. */
export async function readRefs(shown: ShownRows, refs: readonly Ref[]): Promise<{ rows: Row[]; touches: string[] }> {
  const of = <B extends Ref['by']>(by: B) => refs.filter((ref): ref is Extract<Ref, { by: B }> => ref.by === by);
  const keys = of('item-key').map((ref) => ref.key);
  const itemIds = of('item').map((ref) => ref.id);
  const addresses = of('address').map((ref) => ref.address);
  const domains = of('domain').map((ref) => ref.domain);
  const ids = new Map<RowKind, Set<string>>();
  for (const { kind, id } of of('id')) ids.set(kind, (ids.get(kind) ?? new Set()).add(id));

  const sharing = of('shared-items').map(({ a }) => a);
  const openFor = of('open-follow-ups').map(({ contactId }) => contactId);

  const [byKey, byItem, byAddress, byDomain, setup, followUps, entriesOfSharing, ...byIds] = await Promise.all([
    keys.length > 0 ? shown.itemsByKeys(keys) : [],
    itemIds.length > 0 ? shown.get('item', itemIds) : [],
    addresses.length > 0 ? shown.contactsByAddress(addresses) : [],
    domains.length > 0 ? shown.contactsByDomain(domains) : [],
    of('setup').length > 0 ? shown.setup() : [],
    openFor.length > 0 ? shown.followUpsWith(openFor) : [],
    Promise.all(sharing.map((id) => entriesOfFamily(shown, id))),
    ...[...ids].map(([kind, wanted]): Promise<Row[]> => shown.get(kind, [...wanted])),
  ]);
  // An entry's item may be another one by now than when the command was made, so each comes with the one it has; and the
  // items of one contact's entries hold those that it shares with any other.
  const seen = [...byIds.flat(), ...entriesOfSharing.flatMap(({ entries }) => entries)];
  const itemIdsNow = seen.flatMap((row) => (row.kind === 'entry' && row.itemId !== null ? [row.itemId] : []));
  const items = await withMergedInto(shown, [
    ...byKey,
    ...byItem,
    ...(await shown.get('item', [...new Set(itemIdsNow)])),
  ]);
  const entryIds = items.flatMap(({ entries }) => entries.map(({ entryId }) => entryId));
  const contactIds = [...new Set(items.flatMap((item) => item.entries.map(({ contactId }) => contactId)))];
  const [entries, contacts] = await Promise.all([shown.get('entry', entryIds), shown.get('contact', contactIds)]);
  const onwards = await readOnwards(shown, [...byIds.flat(), ...contacts]);
  const rows: Row[] = [
    ...items,
    ...byAddress,
    ...byDomain,
    ...setup,
    ...followUps,
    ...byIds.flat(),
    ...entries,
    ...contacts,
    ...onwards.contacts,
  ];

  const touches = new Set(refs.map(refKey));
  for (const row of rows) touches.add(refKey(byId(row.kind, row.id)));
  for (const id of itemIdsNow) touches.add(refKey({ by: 'item', id })).add(refKey(byId('item', id)));
  for (const id of entryIds) touches.add(refKey(byId('entry', id)));
  for (const id of onwards.ids) touches.add(refKey(byId('contact', id)));
  for (const { family } of entriesOfSharing) for (const a of family) touches.add(`entries-of:${a}`);
  for (const id of contactIds) touches.add(refKey(byId('contact', id)));
  for (const item of items) touches.add(refKey({ by: 'item', id: item.id }));
  return { rows, touches: [...touches] };
}

/** The companies of contacts and what these were merged into: from each to the next, until there is no more. */
async function readOnwards(shown: ShownRows, rows: readonly Row[]): Promise<{ ids: ContactId[]; contacts: Contact[] }> {
  const isContact = (row: Row): row is Contact => row.kind === 'contact';
  const seen = new Set(rows.filter(isContact).map(({ id }) => id));
  const found: { ids: ContactId[]; contacts: Contact[] } = { ids: [], contacts: [] };
  for (let at = rows.filter(isContact); at.length > 0; ) {
    const next = at.flatMap(({ mergedInto, companyId }) => [mergedInto, companyId]);
    const ids = [...new Set(next)].filter((id) => id !== null).filter((id) => !seen.has(id));
    for (const id of ids) seen.add(id);
    at = ids.length > 0 ? await shown.get('contact', ids) : [];
    found.ids.push(...ids);
    found.contacts.push(...at);
  }
  return found;
}

/** The entries of a contact and of all that were merged into it. */
async function entriesOfFamily(
  shown: ShownRows,
  id: ContactId,
): Promise<{ family: Set<ContactId>; entries: LogEntry[] }> {
  const family = new Set([id]);
  for (const member of family)
    for (const { id: merged, mergedInto } of await shown.contactsMergedInto(member))
      if (mergedInto === member) family.add(merged);
  const entries = await Promise.all([...family].map((member) => shown.entriesOfContact(member)));
  return { family, entries: entries.flat() };
}

/** Items, and those that they were merged into, which hold their entries now. */
async function withMergedInto(shown: ShownRows, items: Item[]): Promise<Item[]> {
  const all = new Map(items.map((item) => [item.id, item]));
  let next = items;
  while (next.length > 0) {
    const ids = next.flatMap(({ mergedInto }) => (mergedInto === null || all.has(mergedInto) ? [] : [mergedInto]));
    next = await shown.get('item', [...new Set(ids)]);
    for (const item of next) all.set(item.id, item);
  }
  return [...all.values()];
}
