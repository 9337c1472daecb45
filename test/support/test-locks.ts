import type { Locks } from '../../src/sync/device-options.ts';

interface Place {
  grant(): void;
  lose(): void;
}

/** The Web Locks of one browser, as far as the device uses them: exclusive, with `signal` and `steal`. */
export function createTestLocks(): Locks {
  const holders = new Map<string, Place>();
  const lines = new Map<string, Place[]>();
  const aborted = () => new DOMException('no longer wanted', 'AbortError');

  return {
    request: (name, { signal, steal }, run) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(aborted());
        const line = lines.get(name) ?? [];
        lines.set(name, line);
        const release = (): void => {
          if (holders.get(name) !== place) return;
          holders.delete(name);
          line.shift()?.grant();
        };
        const place: Place = {
          grant() {
            holders.set(name, place);
            run().then(resolve, reject).finally(release);
          },
          lose: () => reject(aborted()),
        };
        signal?.addEventListener('abort', () => {
          const at = line.indexOf(place);
          if (at === -1) return;
          line.splice(at, 1);
          reject(aborted());
        });
        if (steal) {
          holders.get(name)?.lose();
          place.grant();
        } else if (holders.has(name)) line.push(place);
        else place.grant();
      }),
  };
}
