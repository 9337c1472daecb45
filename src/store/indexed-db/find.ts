import { answer, answers } from './requests.ts';

/** Up to so many keys are asked for without a look at what there is to be found. */
const mostAtOnce = 16;

/**
 * The records that have any of `keys` under `index`, which is named after the field it is of; each once, told apart by
 * `identity`. Each key is a request, all in one turn; where the whole object store holds less than that, it is read instead.
 */
export async function withAny<R extends object>(
  store: IDBObjectStore,
  index: keyof R & string,
  keys: Iterable<string>,
  identity: keyof R,
): Promise<R[]> {
  const unique = new Set(keys);
  if (unique.size > mostAtOnce) {
    // Counting would go through all of it.
    const { length: held } = await answer(store.getAllKeys(null, 2 * unique.size + 1));
    if (held === 0) return [];
    if (held <= 2 * unique.size) {
      const all: R[] = await answer(store.getAll());
      return all.filter((record) => [record[index]].flat().some((key) => typeof key === 'string' && unique.has(key)));
    }
  }
  const from = store.index(index);
  // Most of many are nowhere, and asking whether there is anything costs a fraction of asking for all of it.
  const wanted = unique.size > mostAtOnce ? await thereIn(from, [...unique]) : [...unique];
  const found: R[][] = await answers(wanted.map((key) => from.getAll(key)));
  return [...new Map(found.flat().map((record) => [record[identity], record])).values()];
}

async function thereIn(index: IDBIndex, keys: readonly string[]): Promise<string[]> {
  const first = await answers(keys.map((key) => index.getKey(key)));
  return keys.filter((_, at) => first[at] !== undefined);
}

/** The records under those of `keys` that there are. */
export async function present<R>(store: IDBObjectStore, keys: Iterable<string>): Promise<R[]> {
  const unique = [...new Set(keys)];
  // A few are asked for at once: those of a transaction are answered in turn, and who waits a moment comes last.
  const wanted = unique.length > mostAtOnce ? await amongHeld(store, unique) : unique;
  const found: (R | undefined)[] = await answers(wanted.map((key) => store.get(key)));
  return found.filter((record) => record !== undefined);
}

/**
 * Those of `keys` that may be there: a few are not asked about. Ids that were made together lie together, so of many it is
 * asked what there is between the first and the last, and where that is more than they are, of either half.
 */
export async function amongHeld<Key extends string>(
  source: IDBObjectStore | IDBIndex,
  keys: Iterable<Key>,
): Promise<readonly Key[]> {
  const unique = [...new Set(keys)];
  return unique.length > mostAtOnce ? between(source, unique.sort()) : unique;
}

async function between<Key extends string>(
  source: IDBObjectStore | IDBIndex,
  sorted: readonly Key[],
): Promise<readonly Key[]> {
  const range = IDBKeyRange.bound(sorted.at(0), sorted.at(-1));
  const held = await answer(source.getAllKeys(range, sorted.length + 1));
  if (held.length === 0) return [];
  // What an index gives are the keys of records, not those that were asked for.
  if ('keyPath' in source && !('objectStore' in source) && held.length <= sorted.length) {
    const there = new Set(held);
    return sorted.filter((key) => there.has(key));
  }
  if (sorted.length <= mostAtOnce) return sorted;
  const middle = Math.ceil(sorted.length / 2);
  const halves = [sorted.slice(0, middle), sorted.slice(middle)];
  return (await Promise.all(halves.map((half) => between(source, half)))).flat();
}

/** Records of `range` from its end on, at most `limit` of those that are `wanted`, which nearly all of them are. */
export async function lastOf<R>(
  index: IDBIndex,
  range: IDBKeyRange | null,
  limit: number,
  wanted: (record: R) => boolean,
): Promise<R[]> {
  if (!readsBackwards(index)) return lastByCursor(index, range, limit, wanted);
  for (let count = limit; ; count *= 2) {
    const read: R[] = await answer(index.getAll({ query: range, count, direction: 'prev' }));
    const found = read.filter(wanted);
    if (found.length >= limit || read.length < count) return found.slice(0, limit);
  }
}

/** An index of a browser that gives many records at once in either direction; the others need a turn for each. */
interface BackwardIndex {
  getAll<R>(options: { query: IDBKeyRange | null; count: number; direction: 'prev' }): IDBRequest<R[]>;
}

function readsBackwards(index: IDBIndex | BackwardIndex): index is BackwardIndex {
  return 'getAllRecords' in index; // they came together
}

function lastByCursor<R>(
  index: IDBIndex,
  range: IDBKeyRange | null,
  limit: number,
  wanted: (record: R) => boolean,
): Promise<R[]> {
  const found: R[] = [];
  const walk = index.openCursor(range, 'prev');
  return new Promise((resolve, reject) => {
    walk.onsuccess = () => {
      const cursor = walk.result;
      if (cursor && wanted(cursor.value)) found.push(cursor.value);
      if (!cursor || found.length >= limit) resolve(found);
      else cursor.continue();
    };
    walk.onerror = () => reject(walk.error);
  });
}
