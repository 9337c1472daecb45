/** What a request is answered. */
export function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/**
 * What requests of one transaction are answered that were made one after another. They are answered in that order, and
 * one that fails aborts those after it, so the last one speaks for all: a promise for each costs more than its answer.
 */
export async function answers<T>(requests: readonly IDBRequest<T>[]): Promise<T[]> {
  const last = requests.at(-1);
  if (last) await answer(last);
  return requests.map(({ result }) => result);
}
