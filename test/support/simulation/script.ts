import { type Act, acts } from '../team-acts.ts';
import type { Chance } from './chance.ts';

/** What a person does at a machine. Numbers pick among what there is at that moment. */
export type PersonEvent =
  /** Without a mail it is logged by hand. */
  | { do: 'log'; device: number; contacts: number[]; mail: number | null; note: boolean; shownAgo: number }
  | { do: 'cancel' | 'reinstate' | 'retry' | 'discard' | 'open-history'; device: number; pick: number }
  | { do: 'undo' | 'comment-on-log' | 'follow-up-on-log'; device: number }
  | { do: 'look-up'; device: number; mail: number }
  | { do: 'act'; act: Act; device: number; pick: number }
  | { do: 'create-contact'; device: number; address: number; thenLog: boolean };

/** What happens to a machine and its panes. */
export type MachineEvent =
  | { do: 'crash' | 'close' | 'second-pane' | 'go-offline' | 'go-online' | 'hide' | 'show'; device: number }
  | { do: 'disk-full' | 'disk-free' | 'sync-now'; device: number };

/** What happens to the server. */
export type ServerEvent =
  | { do: 'server-crash' | 'back-up' | 'restore' }
  | { do: 'delete-canceled'; readFor: number }
  | { do: 'erase'; pick: number };

/** One thing that happens, `at` ms after the start. */
export type Event = { at: number } & (PersonEvent | MachineEvent | ServerEvent);

export const deviceCount = 3;

/** How long it takes on average until the next does something while several people are at one thing, in ms. */
const apart = 1_200;

/** What happens in a run, in its order; all of it follows from `chance`. */
export function makeScript(chance: Chance): Event[] {
  const length = 8 + chance.below(50);
  const span = 60_000 * (1 + chance.below(20));
  const events: Event[] = [];
  while (events.length < length) {
    let at = chance.below(span);
    if (chance.happens(0.88)) events.push({ at, ...makeEvent(chance) });
    else
      for (const [after, what] of makeContest(chance)) {
        at += after;
        events.push({ at, ...what });
      }
  }
  return events.sort((a, b) => a.at - b.at);
}

// An Event without its time; distributes over the union.
type What = Event extends infer E ? (E extends Event ? Omit<E, 'at'> : never) : never;

/** Something, and how long after what was before it. */
type Timed = [after: number, what: What];

/** Several people at one thing, while answers about it are still under way; in order. */
function makeContest(chance: Chance): Timed[] {
  return chance.happens(0.4) ? contestOfEntry(chance) : contestOfContacts(chance);
}

/** People look a mail up and change its entry at the same moment: what comes late must not bring back what was before. */
function contestOfEntry(chance: Chance): Timed[] {
  const mail = chance.below(6);
  const device = chance.below(deviceCount);
  const log: What = { do: 'log', device, contacts: [chance.below(3)], mail, note: true, shownAgo: 1_000 };
  const round = (): Timed[] => {
    const change = { device: chance.below(deviceCount), pick: 0 };
    return [
      [chance.below(2 * apart), { do: 'look-up', device: chance.below(deviceCount), mail }],
      [
        chance.below(300),
        chance.happens(0.5)
          ? { do: chance.pick(['cancel', 'reinstate'] as const), ...change }
          : { do: 'act', act: chance.pick(['correct', 'evaluate'] as const), ...change },
      ],
    ];
  };
  return [[0, log], [apart, { ...log, device: chance.below(deviceCount) }], ...Array.from({ length: 4 }, round).flat()];
}

/**
 * Somebody goes to and fro between two histories while a contact with a history of its own is merged into one of them,
 * again and again, just when that one is asked for: no answer from before may hide what has come to it.
 */
function contestOfContacts(chance: Chance): Timed[] {
  const pick = chance.below(2);
  const device = chance.below(deviceCount);
  const colleague = device === 2 ? 0 : 2;
  const look = (place: number): Timed => [chance.below(apart), { do: 'open-history', device, pick: pick + 1 + place }];
  return Array.from({ length: 1 + chance.below(3) }, (): Timed[] => {
    const log = { do: 'log' as const, device: colleague, contacts: [pick], mail: null };
    const merge = { do: 'act' as const, act: 'merge' as const, device: chance.pick([device, colleague]), pick };
    return [
      [apart, { do: 'act', act: 'unmerge', device: colleague, pick: 0 }],
      [apart, { ...log, note: true, shownAgo: 1_000 }],
      ...[look(0), look(1), look(0)],
      [chance.below(300), merge],
      look(1),
    ];
  }).flat();
}

function makeEvent(chance: Chance): What {
  const device = chance.below(deviceCount);
  // Mostly the same few rows, so that several people change them.
  const pick = chance.below(chance.happens(0.6) ? 3 : 1_000);
  switch (chance.below(26)) {
    case 0:
    case 1:
    case 2:
      return { do: chance.pick(['cancel', 'cancel', 'reinstate'] as const), device, pick };
    case 3:
      return { do: chance.pick(['undo', 'undo', 'comment-on-log', 'follow-up-on-log'] as const), device };
    case 4:
    case 5:
      return { do: 'create-contact', device, address: chance.below(2), thenLog: chance.happens(0.7) };
    case 6:
      return { do: 'crash', device };
    case 7:
      return { do: chance.pick(['second-pane', 'close'] as const), device };
    case 8:
    case 9:
      return { do: chance.pick(['go-offline', 'go-online'] as const), device };
    case 10:
      return { do: chance.pick(['hide', 'show'] as const), device };
    case 11:
      return { do: chance.pick(['disk-full', 'disk-free'] as const), device };
    case 12:
      return chance.happens(0.4)
        ? { do: 'sync-now', device }
        : { do: chance.pick(['retry', 'discard'] as const), device, pick };
    case 13:
      return chance.happens(0.6)
        ? { do: 'open-history', device, pick }
        : { do: 'look-up', device, mail: chance.below(6) };
    case 14:
      return { do: chance.pick(['server-crash', 'back-up', 'restore'] as const) };
    case 15:
      return chance.happens(0.7) ? { do: 'delete-canceled', readFor: chance.below(20_000) } : { do: 'erase', pick };
    case 16:
    case 17:
      return { do: 'act', act: chance.pick(['merge', 'merge', 'unmerge'] as const), device, pick };
    case 18:
    case 19:
    case 20:
      return { do: 'act', act: chance.pick(acts), device, pick };
    default:
      return {
        ...{ do: 'log', device, mail: chance.happens(0.9) ? chance.below(6) : null, note: chance.happens(0.5) },
        ...{ contacts: chance.happens(0.3) ? [0, 1] : [chance.below(4)], shownAgo: chance.below(86_400_000) },
      };
  }
}
