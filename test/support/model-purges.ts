import type { Contact } from '../../src/domain/contact.ts';
import type { ContactId } from '../../src/domain/ids.ts';
import type { Item } from '../../src/domain/item.ts';
import type { LogEntry } from '../../src/domain/log-entry.ts';
import type { Row, RowOf } from '../../src/domain/row.ts';
import { rowKey } from '../../src/domain/row-key.ts';

/** What a clean-up does, by plain rules: the keys of rows that go, and rows that stay as they are afterwards. */
export interface PurgePlan {
  gone: string[];
  changed: Row[];
}

type Rows = ReadonlyMap<string, Row>;

/** All entries that are canceled. */
export function deletionOf(rows: Rows): PurgePlan {
  return withoutEntries(
    rows,
    all(rows, 'entry').filter(({ canceled }) => canceled.length > 0),
  );
}

/** A person with all that were merged into it, and what it was merged into. */
export function erasureOf(rows: Rows, aliases: ReadonlyMap<string, string>, id: ContactId): PurgePlan {
  const contacts = all(rows, 'contact').filter((one) => one.type === 'person');
  const rootOf = (one: Contact): Contact => {
    const into = contacts.find((other) => other.id === one.mergedInto);
    return into ? rootOf(into) : one;
  };
  const person = contacts.find((one) => one.id === id);
  if (!person) return { gone: [], changed: [] };
  const same = contacts.filter((one) => rootOf(one) === rootOf(person));
  const ids = new Set<string>(same.map((one) => one.id));
  const plan = withoutEntries(
    rows,
    all(rows, 'entry').filter(({ contactId }) => ids.has(contactId)),
  );
  const followUps = all(rows, 'follow-up').filter(({ contactId }) => ids.has(contactId));
  const gone = new Set([...same, ...followUps].map(rowKey).concat(plan.gone));
  for (const key of gone) for (const [from, to] of aliases) if (key === `${from.split(':')[0]}:${to}`) gone.add(from);
  return { gone: [...gone], changed: plan.changed.filter((row) => !gone.has(rowKey(row))) };
}

function withoutEntries(rows: Rows, entries: readonly LogEntry[]): PurgePlan {
  const ids = new Set<string | null | undefined>(entries.map(({ id }) => id));
  const items = all(rows, 'item');
  const rootOf = (item: Item): Item => items.find(({ id }) => id === item.mergedInto) ?? item;
  const left = (item: Item) => item.entries.filter(({ entryId }) => !ids.has(entryId));
  const listed = items.filter((item) => left(item).length < item.entries.length);
  const roots = new Set(listed.map((item) => deepRoot(item)));
  const goneItems = items.filter((item) => roots.has(deepRoot(item)) && left(deepRoot(item)).length === 0);
  const comments = all(rows, 'comment').filter(({ entryId }) => ids.has(entryId));
  const changed: Row[] = [];
  for (const item of listed) if (!goneItems.includes(item)) changed.push({ ...item, entries: left(item) });
  for (const one of all(rows, 'follow-up')) {
    const { entryId, closed } = one;
    if (!ids.has(entryId) && !ids.has(closed?.entryId)) continue;
    changed.push({
      ...one,
      entryId: ids.has(entryId) ? null : entryId,
      closed: closed && { ...closed, entryId: ids.has(closed.entryId) ? null : closed.entryId },
    });
  }
  return { gone: [...entries, ...comments, ...goneItems].map(rowKey), changed };

  function deepRoot(item: Item): Item {
    const root = rootOf(item);
    return root === item ? item : deepRoot(root);
  }
}

function all<K extends Row['kind']>(rows: Rows, kind: K): RowOf<K>[] {
  return [...rows.values()].filter((row): row is RowOf<K> => row.kind === kind);
}
