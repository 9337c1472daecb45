import type { Locks, Surroundings } from './device-options.ts';

/**
 * One pane of an account syncs at a time; the others see what it brings through the store.
 *
 *   following ──(the lock is had)──► leading ──(another pane takes the lock, or the signal)──► following, or ended
 *
 * A pane that comes into view takes the lock from whoever has it, since a hidden one does not pull. Afterwards it waits
 * in line, so that two panes in view don't take it from each other in turns. Nothing breaks when two lead for a moment.
 */
export async function lead(options: {
  locks: Locks | undefined;
  name: string;
  surroundings: Surroundings;
  signal: AbortSignal;
  /** Leads until its signal; then it must end soon. */
  run: (leading: AbortSignal) => Promise<void>;
  /** Called with whether this pane leads, at first and whenever it changes. */
  changed: (leads: boolean) => void;
}): Promise<void> {
  const { locks, name, surroundings, signal, run, changed } = options;
  if (!locks) {
    changed(true);
    return run(signal);
  }

  let leads = false;
  let takesOver = surroundings.visible();
  let wasVisible = takesOver;
  let inLine = new AbortController();
  surroundings.onChange(() => {
    const visible = surroundings.visible();
    if (visible && !wasVisible && !leads) {
      takesOver = true;
      inLine.abort();
    }
    wasVisible = visible;
  }, signal);

  changed(false);
  while (!signal.aborted) {
    const own = new AbortController();
    const leading = AbortSignal.any([signal, own.signal]);
    let running: Promise<void> = Promise.resolve();
    inLine = new AbortController();
    const how = takesOver ? { steal: true } : { signal: AbortSignal.any([signal, inLine.signal]) };
    takesOver = false;
    try {
      await locks.request(name, how, () => {
        if (signal.aborted) return Promise.resolve();
        leads = true;
        changed(true);
        running = run(leading);
        return running;
      });
    } catch (error) {
      // The lock was taken over, or the place in line given up, or the device stops: these reject with an AbortError.
      if (!(error instanceof Error) || error.name !== 'AbortError') throw error;
    }
    own.abort();
    await running;
    leads = false;
    changed(false);
  }
}
