import type { ContactId } from '../domain/ids.ts';
import { resolveAlias, shownRows } from './shown-rows.ts';
import type { Tables } from './tables.ts';

/** The contact that `id` stands for and all that were merged into it. */
export async function familyOf(tables: Tables, id: ContactId): Promise<Set<ContactId>> {
  const [[itself], merged] = await Promise.all([
    shownRows(tables).get('contact', [id]),
    shownRows(tables).contactsMergedInto(id),
  ]);
  const resolved = itself ? id : await resolveAlias(tables, 'contact', id);
  if (resolved === id && merged.length === 0 && (itself?.mergedInto ?? null) === null) return new Set([id]);
  let root = resolved as ContactId; // aliases keep the kind of an id
  const seen = new Set<ContactId>();
  while (!seen.has(root)) {
    seen.add(root);
    const [contact] = await shownRows(tables).get('contact', [root]);
    root = contact?.mergedInto ?? root;
  }
  const family = new Set([root]);
  for (const member of family)
    for (const { id: merged, mergedInto } of await shownRows(tables).contactsMergedInto(member))
      if (mergedInto === member) family.add(merged);
  return family;
}
