import type { Chance } from './chance.ts';

/** One thing that happens, `at` ms after the start. Numbers pick among what there is at that moment. */
export type Event = { at: number } & (
  | { do: 'log'; device: number; contacts: number[]; mail: number; note: boolean; shownAgo: number }
  | { do: 'cancel' | 'reinstate' | 'retry' | 'discard'; device: number; pick: number }
  | { do: 'undo' | 'crash' | 'close' | 'second-pane' | 'go-offline' | 'go-online' | 'hide' | 'show'; device: number }
  | { do: 'disk-full' | 'disk-free' | 'sync-now'; device: number }
  | { do: 'create-contact'; device: number; address: number; thenLog: boolean }
  | { do: 'open-history'; device: number; pick: number }
  | { do: 'server-crash' | 'back-up' | 'restore' }
);

export const deviceCount = 3;

/** What happens in a run, in its order; all of it follows from `chance`. */
export function makeScript(chance: Chance): Event[] {
  const length = 8 + chance.below(50);
  const span = 60_000 * (1 + chance.below(20));
  const events = Array.from({ length }, (): Event => ({ at: chance.below(span), ...makeEvent(chance) }));
  return events.sort((a, b) => a.at - b.at);
}

// An Event without its time; distributes over the union.
type What = Event extends infer E ? (E extends Event ? Omit<E, 'at'> : never) : never;

function makeEvent(chance: Chance): What {
  const device = chance.below(deviceCount);
  const pick = chance.below(1_000);
  switch (chance.below(20)) {
    case 0:
    case 1:
      return { do: chance.pick(['cancel', 'reinstate'] as const), device, pick };
    case 2:
      return { do: 'undo', device };
    case 3:
    case 4:
      return { do: 'create-contact', device, address: chance.below(2), thenLog: chance.happens(0.7) };
    case 5:
      return { do: 'crash', device };
    case 6:
      return { do: chance.pick(['second-pane', 'close'] as const), device };
    case 7:
    case 8:
      return { do: chance.pick(['go-offline', 'go-online'] as const), device };
    case 9:
      return { do: chance.pick(['hide', 'show'] as const), device };
    case 10:
      return { do: chance.pick(['disk-full', 'disk-free'] as const), device };
    case 11:
      return { do: chance.pick(['sync-now', 'retry', 'discard'] as const), device, pick };
    case 12:
      return { do: 'open-history', device, pick };
    case 13:
      return { do: chance.pick(['server-crash', 'back-up', 'restore'] as const) };
    default:
      return {
        ...{ do: 'log', device, mail: chance.below(6), note: chance.happens(0.5) },
        ...{ contacts: chance.happens(0.3) ? [0, 1] : [chance.below(4)], shownAgo: chance.below(86_400_000) },
      };
  }
}
