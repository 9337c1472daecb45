import type { Timers } from './unanswered-call.ts';

/** How long the pane waits for Outlook's library before it opens without a mail. */
export const libraryPatience = 5_000;

/**
 * office.js, or the MicrosoftAjax.js that it loads itself, hangs for up to 70 s on some networks, and never comes
 * without one. The pane waits five seconds: then it opens without a mail, and takes the library up when it does come.
 * Resolves to whether it came in time.
 */
export function cameInTime(library: Promise<unknown>, timers: Timers): Promise<boolean> {
  return new Promise((settle) => {
    const cancel = timers.after(libraryPatience, () => settle(false));
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
