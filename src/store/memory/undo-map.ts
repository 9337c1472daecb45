/** A map whose changes can be taken back. */
export interface UndoMap<V> {
  get(key: string): V | undefined;
  values(): V[];
  set(key: string, value: V): void;
  delete(key: string): void;
  clear(): void;
}

/** Maps that commit and roll back together. */
export function createUndoLog(): { map<V>(): UndoMap<V>; commit(): boolean; rollBack(): void } {
  let undos: (() => void)[] = [];
  return {
    map<V>(): UndoMap<V> {
      const values = new Map<string, V>();
      const remember = (key: string) => {
        const before = values.get(key);
        undos.push(before === undefined ? () => values.delete(key) : () => values.set(key, before));
      };
      return {
        get: (key) => values.get(key),
        values: () => [...values.values()],
        set(key: string, value: V) {
          remember(key);
          values.set(key, value);
        },
        delete(key: string) {
          remember(key);
          values.delete(key);
        },
        clear() {
          for (const key of values.keys()) remember(key);
          values.clear();
        },
      };
    },
    /** Keeps the changes; false when there were none. */
    commit() {
      const some = undos.length > 0;
      undos = [];
      return some;
    },
    rollBack() {
      for (const undo of undos.reverse()) undo();
      undos = [];
    },
  };
}
