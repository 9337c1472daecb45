import { useState } from 'preact/hooks';
import type { EntryId } from '../../domain/ids.ts';
import type { ListRow } from './merge-rows.ts';

/** Which rows are selected, and which one has or had the focus. */
export interface ListSelection {
  readonly ids: ReadonlySet<EntryId>;
  readonly active: EntryId | undefined;
  setActive(id: EntryId): void;
  toggle(id: EntryId): void;
  /** Selects all from one row to another, besides those that are. */
  extend(rows: readonly ListRow[], from: EntryId, to: EntryId): void;
  set(ids: readonly EntryId[]): void;
}

export function useSelection(): ListSelection {
  const [ids, setIds] = useState<ReadonlySet<EntryId>>(new Set());
  const [active, setActive] = useState<EntryId>();
  return {
    ids,
    active,
    setActive,
    toggle: (id) =>
      setIds((now) => {
        const next = new Set(now);
        if (!next.delete(id)) next.add(id);
        return next;
      }),
    extend: (rows, from, to) => {
      const [a, b] = [from, to].map((id) => rows.findIndex(({ entry }) => entry.id === id)).sort((x, y) => x - y);
      const range = rows.slice(a, (b ?? -1) + 1).map(({ entry }) => entry.id);
      setIds((now) => new Set([...now, ...range]));
    },
    set: (next) => setIds(new Set(next)),
  };
}
