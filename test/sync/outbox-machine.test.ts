import { describe, expect, it } from 'vitest';
import { nextOutboxState, type OutboxEvent, type OutboxState } from '../../src/sync/outbox-machine.ts';

type State = OutboxState['name'];
type Event = OutboxEvent['type'] | 'pushed, more left';

const now = 1_000_000;
const states: Record<State, OutboxState> = {
  idle: { name: 'idle', failures: 0, retryAt: undefined, again: false },
  pushing: { name: 'pushing', failures: 2, retryAt: undefined, again: false },
  'waiting-to-retry': { name: 'waiting-to-retry', failures: 2, retryAt: now + 5_000, again: true },
  paused: { name: 'paused', failures: 2, retryAt: undefined, again: true },
};
const events: Record<Event, OutboxEvent> = {
  work: { type: 'work' },
  pushed: { type: 'pushed', left: false },
  'pushed, more left': { type: 'pushed', left: true },
  failed: { type: 'failed', now, random: 0.5 },
  due: { type: 'due' },
  pause: { type: 'pause' },
  resume: { type: 'resume', now },
  'sync-now': { type: 'sync-now' },
};

/** What each event makes of each state. A new state or event does not compile until all its cells are here. */
const table: Record<State, Record<Event, State>> = {
  idle: {
    work: 'pushing',
    pushed: 'idle',
    'pushed, more left': 'idle',
    failed: 'idle',
    due: 'idle',
    pause: 'paused',
    resume: 'idle',
    'sync-now': 'pushing',
  },
  pushing: {
    work: 'pushing',
    pushed: 'idle',
    'pushed, more left': 'pushing',
    failed: 'waiting-to-retry',
    due: 'pushing',
    pause: 'paused',
    resume: 'pushing',
    'sync-now': 'pushing',
  },
  'waiting-to-retry': {
    work: 'waiting-to-retry',
    pushed: 'waiting-to-retry',
    'pushed, more left': 'waiting-to-retry',
    failed: 'waiting-to-retry',
    due: 'pushing',
    pause: 'paused',
    resume: 'waiting-to-retry',
    'sync-now': 'pushing',
  },
  paused: {
    work: 'paused',
    pushed: 'paused',
    'pushed, more left': 'paused',
    failed: 'paused',
    due: 'paused',
    pause: 'paused',
    resume: 'pushing',
    'sync-now': 'paused',
  },
};

const eventNames = Object.keys(events) as Event[]; // Record<Event, …>
for (const [from, row] of Object.entries(table))
  describe(`an outbox that is ${from}`, () => {
    it.each(eventNames.map((name) => [name, row[name]] as const))('%s: is %s', (name, to) => {
      expect(nextOutboxState(states[from as State], events[name]).name).toBe(to);
    });
  });

describe('the outbox', () => {
  it('pushes once more when something came during a push', () => {
    const during = nextOutboxState(states.pushing, events.work);
    const after = nextOutboxState(during, events.pushed);
    expect(after.name).toBe('pushing');
    expect(nextOutboxState(after, events.pushed).name).toBe('idle');
  });

  it('forgets its failures with a success', () => {
    expect(nextOutboxState(states.pushing, events['pushed, more left']).failures).toBe(0);
  });

  it("keeps to the server's wish over a pause", () => {
    const waiting = nextOutboxState(states.pushing, { type: 'failed', now, random: 0, retryAfter: 60_000 });
    const paused = nextOutboxState(waiting, events.pause);
    const soon = nextOutboxState(paused, { type: 'resume', now: now + 30_000 });
    expect(soon.name).toBe('waiting-to-retry');
    expect(soon.retryAt).toBeGreaterThanOrEqual(now + 60_000);
    expect(nextOutboxState(paused, { type: 'resume', now: now + 70_000 }).name).toBe('pushing');
  });

  it('waits after a push that failed while it was paused', () => {
    const failed = nextOutboxState(states.paused, events.failed);
    expect(nextOutboxState(failed, events.resume).name).toBe('waiting-to-retry');
  });
});
