import type { ContactDirectory, ContactQuestions } from './contact-directory.ts';

/** What was answered, and whether that is about all contacts of the device or those gone through so far. */
export interface DirectoryAnswer<T> {
  value: T;
  isWhole: boolean;
}

/**
 * Asks now and whenever contacts change, until `ended`. One question is asked at a time: however often they change
 * meanwhile, it is asked once more. A failing question goes to `failed` and ends it.
 */
export function keepAsking<T>(
  directory: ContactDirectory,
  ask: (of: ContactQuestions) => Promise<T>,
  take: (answer: DirectoryAnswer<T>) => void,
  failed: (error: unknown) => void,
  ended: AbortSignal,
): void {
  let isAsking = false;
  let isStale = false;
  const run = async () => {
    isAsking = true;
    while (isStale && !ended.aborted) {
      isStale = false;
      const isWhole = directory.isWhole.peek();
      const value = await ask(directory);
      if (!ended.aborted) take({ value, isWhole });
    }
    isAsking = false;
  };
  const stop = directory.news.subscribe(() => {
    isStale = true;
    if (!isAsking)
      run().catch((error: unknown) => {
        if (!ended.aborted) failed(error);
      });
  });
  if (ended.aborted) stop();
  else ended.addEventListener('abort', stop, { once: true });
}
