/** Tells watchers that something changed. */
export interface Notice {
  changed(): void;
  watch<T>(
    read: () => Promise<T>,
    take: (value: T) => void,
    signal: AbortSignal,
    failed: (error: unknown) => void,
  ): void;
  close(): void;
}

export function createNotice(): Notice {
  const watchers = new Set<() => void>();
  return {
    changed() {
      for (const wake of watchers) wake();
    },
    /** One read runs at a time; however often it changes meanwhile, it is read once more after it. */
    watch(read, take, signal, failed) {
      let running = false;
      let again = false;
      const run = async (): Promise<void> => {
        running = true;
        do {
          again = false;
          const result = await read().then(
            (value) => () => take(value),
            (error: unknown) => () => failed(error),
          );
          if (!signal.aborted && watchers.has(wake)) result();
        } while (again && !signal.aborted);
        running = false;
      };
      const wake = () => {
        if (running) again = true;
        else void run();
      };
      if (signal.aborted) return;
      watchers.add(wake);
      signal.addEventListener('abort', () => watchers.delete(wake), { once: true });
      wake();
    },
    close: () => watchers.clear(),
  };
}
