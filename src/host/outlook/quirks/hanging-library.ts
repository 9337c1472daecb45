import type { Timers } from './unanswered-call.ts';

/** How long the pane waits for Outlook's library before it opens without a mail, in milliseconds. */
const usualPatience = 5_000;
/** And when the file was asked for, is done with, and has not shown itself: without a network that is at once. */
const patienceWhenDone = 500;

/**
 * Resolves when `script` has been waited for long enough. A script that failed before anybody listened tells nobody; that
 * its request is over without its library being there is all there is to see. The same is seen of one that has come and
 * is not read yet: once its library shows itself, it gets the usual time for what it loads on its own.
 */
export async function outOfPatience(
  script: HTMLScriptElement,
  performance: Pick<Performance, 'getEntriesByName'>,
  timers: Timers,
): Promise<void> {
  const after = (ms: number) => new Promise<void>((over) => void timers.after(ms, over));
  const isThere = () => 'Office' in globalThis;
  if (performance.getEntriesByName(script.src, 'resource').length > 0 && !isThere()) {
    await after(patienceWhenDone);
    if (!isThere()) return;
  }
  await after(usualPatience);
}

/**
 * office.js, or the MicrosoftAjax.js that it loads itself, hangs for up to 70 s on some networks, and never comes
 * without one. The pane waits until it is out of patience: then it opens without a mail, and takes the library up when it
 * does come. Resolves to whether it came in time; a script that could not be loaded is not going to come.
 */
export function cameInTime(library: Promise<unknown>, outOfPatience: Promise<void>): Promise<boolean> {
  return Promise.race([
    library.then(
      () => true,
      () => false,
    ),
    outOfPatience.then(() => false),
  ]);
}
