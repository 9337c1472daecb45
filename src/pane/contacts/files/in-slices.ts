import type { PaneClock } from '../../pane-services.ts';

/** How long one slice of work may hold the page, in milliseconds: well below the 50 at which a click is felt to hang. */
const sliceMs = 12;

/** Lets the page breathe when the slice is used up. Rejects with the signal's reason when it has ended. */
export type Breathe = () => Promise<void> | undefined;

/** `await breathe()` between small pieces of work: it gives undefined at once while the slice lasts. */
export function createBreathe(clock: PaneClock, signal: AbortSignal): Breathe {
  let since = clock.now();
  return () => {
    signal.throwIfAborted();
    if (clock.now() - since < sliceMs) return undefined;
    return clock.after(0, signal).then(() => {
      since = clock.now();
    });
  };
}
