import { byId, type Ref, refKey } from '../domain/ref.ts';
import type { Row, RowKind } from '../domain/row.ts';
import type { ShownRows } from './shown-rows.ts';

/** The rows that answer `refs`, and the ref keys whose change could change the answer. */
export async function readRefs(shown: ShownRows, refs: readonly Ref[]): Promise<{ rows: Row[]; touches: string[] }> {
  const ids = new Map<RowKind, Set<string>>();
  const add = (kind: RowKind, id: string) => ids.set(kind, (ids.get(kind) ?? new Set()).add(id));
  for (const ref of refs) if (ref.by === 'id') add(ref.kind, ref.id);

  const of = <B extends Ref['by']>(by: B) => refs.filter((ref): ref is Extract<Ref, { by: B }> => ref.by === by);
  const keys = of('item-key').map((ref) => ref.key);
  const itemIds = of('item').map((ref) => ref.id);
  const addresses = of('address').map((ref) => ref.address);
  const domains = of('domain').map((ref) => ref.domain);

  // The items of one contact's entries hold those that it shares with any other.
  for (const { a } of of('shared-items'))
    for (const { itemId } of await shown.entriesOfContact(a)) if (itemId !== null) itemIds.push(itemId);
  const items = [
    ...(keys.length > 0 ? await shown.itemsByKeys(keys) : []),
    ...(itemIds.length > 0 ? await shown.get('item', itemIds) : []),
  ];
  for (const item of items) for (const { entryId } of item.entries) add('entry', entryId);
  const rows: Row[] = [...items];
  if (of('setup').length > 0) rows.push(...(await shown.setup()));
  for (const { contactId } of of('open-follow-ups')) rows.push(...(await shown.followUpsWith([contactId])));
  if (addresses.length > 0) rows.push(...(await shown.contactsByAddress(addresses)));
  if (domains.length > 0) rows.push(...(await shown.contactsByDomain(domains)));
  for (const [kind, wanted] of ids) rows.push(...(await shown.get(kind, [...wanted])));

  const touches = new Set(refs.map(refKey));
  for (const row of rows) touches.add(refKey(byId(row.kind, row.id)));
  for (const [kind, wanted] of ids) for (const id of wanted) touches.add(refKey(byId(kind, id)));
  for (const item of items) touches.add(refKey({ by: 'item', id: item.id }));
  return { rows, touches: [...touches] };
}
