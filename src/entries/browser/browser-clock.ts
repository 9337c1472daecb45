import type { PaneClock } from '../../pane/pane-services.ts';
import type { Clock } from '../../sync/device-options.ts';

/** The browser's own clock and timers. */
export const browserClock: PaneClock = {
  now: () => Date.now(),
  after: (ms, signal) =>
    new Promise((resolve, reject) => {
      if (signal.aborted) return reject(signal.reason);
      const stop = () => {
        clearTimeout(timer);
        reject(signal.reason);
      };
      const timer = setTimeout(() => {
        signal.removeEventListener('abort', stop);
        resolve();
      }, ms);
      signal.addEventListener('abort', stop, { once: true });
    }),
};

/** The same for the device engine, whose waiting just ends when it is stopped. */
export const deviceClock: Clock = {
  now: browserClock.now,
  after: (ms, signal) => browserClock.after(ms, signal).catch(() => undefined), // only the signal rejects it
};
