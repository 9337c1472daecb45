import type { Timers } from './unanswered-call.ts';

/** How long the pane waits for Outlook's library before it opens without a mail, in milliseconds. */
const usualPatience = 5_000;
/** And when the file was asked for, is done with, and has not shown itself: without a network that is at once. */
const patienceWhenDone = 500;

/**
 * How long to wait for `script`. A script that failed before anybody listened tells nobody; that its request is over
 * without its library being there is all there is to see.
 */
export function patienceFor(script: HTMLScriptElement, performance: Performance): number {
  const isDone = performance.getEntriesByName(script.src, 'resource').length > 0;
  return isDone && !('Office' in globalThis) ? patienceWhenDone : usualPatience;
}

/**
 * office.js, or the MicrosoftAjax.js that it loads itself, hangs for up to 70 s on some networks, and never comes
 * without one. The pane waits `patience`: then it opens without a mail, and takes the library up when it does come.
 * Resolves to whether it came in time.
 */
export function cameInTime(library: Promise<unknown>, patience: number, timers: Timers): Promise<boolean> {
  return new Promise((settle) => {
    const cancel = timers.after(patience, () => settle(false));
    library.then(
      () => {
        cancel();
        settle(true);
      },
      // A script that could not be loaded is not going to come.
      () => {
        cancel();
        settle(false);
      },
    );
  });
}
