/** Tells watchers that something changed which they read. */
export interface Notice {
  changed(what: readonly string[]): void;
  /**
   * `read` notes what it reads. One read runs at a time; however often that changes meanwhile, it is read once more after
   * it. After one that failed any change is a reason to try again.
   */
  watch<T>(
    read: (note: (what: string) => void) => Promise<T>,
    take: (value: T) => void,
    signal: AbortSignal,
    failed: (error: unknown) => void,
  ): void;
  close(): void;
}

/** A fault of whoever watches is the page's to report, like others that nobody handles; the watch goes on. */
function telling(tell: () => void): void {
  try {
    tell();
  } catch (error) {
    void Promise.reject(error);
  }
}

/** Each watch is at rest, or reads; then it gathers what changes, as what it is about to read is not known yet. */
export function createNotice(): Notice {
  const watchers = new Set<(what: readonly string[]) => void>();
  return {
    changed(what) {
      for (const wake of watchers) wake(what);
    },
    watch(read, take, signal, failed) {
      let running = false;
      let hasFailed = false;
      let seen = new Set<string>();
      let meanwhile: string[] = [];
      const run = async (): Promise<void> => {
        running = true;
        do {
          meanwhile = [];
          seen = new Set();
          const note = seen.add.bind(seen);
          const result = await read(note).then(
            (value) => {
              hasFailed = false;
              return () => take(value);
            },
            (error: unknown) => {
              hasFailed = true;
              return () => failed(error);
            },
          );
          if (!signal.aborted && watchers.has(wake)) telling(result);
        } while (meanwhile.some((one) => seen.has(one)) && !signal.aborted);
        running = false;
      };
      const wake = (what: readonly string[]) => {
        if (running) meanwhile.push(...what);
        else if (hasFailed || what.some((one) => seen.has(one))) void run();
      };
      if (signal.aborted) return;
      watchers.add(wake);
      signal.addEventListener('abort', () => watchers.delete(wake), { once: true });
      void run();
    },
    close: () => watchers.clear(),
  };
}
