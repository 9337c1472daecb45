import type { ContactShelf } from './contact-directory.ts';
import type { ShelfAnswer, ShelfCall } from './shelf-messages.ts';

/** What of a worker the pane needs. */
export type ShelfWorker = Pick<Worker, 'postMessage' | 'addEventListener' | 'terminate'>;

/** A shelf in a worker. When that fails, or can't even begin, `told` is called and then every call rejects. */
export function workerShelf(worker: ShelfWorker, told: () => void): ContactShelf {
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  let last = 0;
  let failed: Error | undefined;

  const fail = () => {
    told();
    failed = new Error('the worker of the contacts has failed');
    for (const { reject } of waiting.values()) reject(failed);
    waiting.clear();
  };
  worker.addEventListener('error', fail);
  worker.addEventListener('messageerror', fail);
  worker.addEventListener('message', ({ data }: MessageEvent<ShelfAnswer>) => {
    const call = waiting.get(data.id);
    waiting.delete(data.id);
    if ('fault' in data) call?.reject(new Error(data.fault));
    else call?.resolve(data.value);
  });

  const ask = <N extends ShelfCall['name']>(
    name: N,
    ...of: Parameters<ContactShelf[N]>
  ): ReturnType<ContactShelf[N]> => {
    const answer = new Promise((resolve, reject) => {
      if (failed) return reject(failed);
      last += 1;
      waiting.set(last, { resolve, reject });
      worker.postMessage({ id: last, name, of });
    });
    return answer as ReturnType<ContactShelf[N]>; // the worker answers with what the shelf's function of that name gives
  };
  return {
    take: (...of) => ask('take', ...of),
    clear: () => ask('clear'),
    find: (...of) => ask('find', ...of),
    byName: (...of) => ask('byName', ...of),
    peopleOf: (...of) => ask('peopleOf', ...of),
    likelyDuplicates: (...of) => ask('likelyDuplicates', ...of),
  };
}
