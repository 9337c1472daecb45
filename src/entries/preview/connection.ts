import { type ReadonlySignal, signal } from '@preact/signals';
import type { Request } from '../browser/sign-in.ts';
import type { Surroundings } from '../browser/surroundings.ts';

/** The pane's network with a switch, so that a visitor can try what happens without one. */
export interface Connection {
  readonly isOn: ReadonlySignal<boolean>;
  turn(on: boolean): void;
  readonly request: Request;
  readonly surroundings: Surroundings;
}

/**
 * Two states: on (requests go through) and off (requests that run are cut, new ones fail as without a network, and
 * `online()` says so).
 */
export function createConnection(request: Request, surroundings: Surroundings): Connection {
  const isOn = signal(true);
  let cut = new AbortController();
  const noNetwork = () => new TypeError('The connection is switched off.');
  return {
    isOn,
    turn(on) {
      if (on === isOn.peek()) return;
      if (!on) cut.abort(noNetwork());
      else cut = new AbortController();
      isOn.value = on;
    },
    request: async (path, init) => {
      if (!isOn.peek()) throw noNetwork();
      const signals = init?.signal ? [cut.signal, init.signal] : [cut.signal];
      return request(path, { ...init, signal: AbortSignal.any(signals) });
    },
    surroundings: {
      ...surroundings,
      online: () => isOn.peek() && surroundings.online(),
      onChange(changed, ended) {
        surroundings.onChange(changed, ended);
        let first = true;
        const stop = isOn.subscribe(() => {
          if (!first) changed();
          first = false;
        });
        ended.addEventListener('abort', stop, { once: true });
      },
    },
  };
}
