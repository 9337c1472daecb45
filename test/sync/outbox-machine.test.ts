import { describe, expect, it } from 'vitest';
import { nextOutboxState, type OutboxEvent, type OutboxState } from '../../src/sync/outbox-machine.ts';

type State = OutboxState['name'];
type Event = OutboxEvent['type'] | 'pushed, more left';

const now = 1_000_000;
const none = { retryAt: undefined, wait: 0, isUnreached: false };
const soon = { retryAt: now + 5_000, wait: 5_000, isUnreached: false };
const states: Record<State, OutboxState> = {
  idle: { name: 'idle', failures: 0, ...none, again: false },
  pushing: { name: 'pushing', failures: 2, ...none, again: false },
  'waiting-to-retry': { name: 'waiting-to-retry', failures: 2, ...soon, again: true },
  paused: { name: 'paused', failures: 2, ...none, again: true },
};
const events: Record<Event, OutboxEvent> = {
  work: { type: 'work' },
  pushed: { type: 'pushed', left: false },
  'pushed, more left': { type: 'pushed', left: true },
  failed: { type: 'failed', now, random: 0.5 },
  reached: { type: 'reached' },
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
    reached: 'idle',
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
    reached: 'pushing',
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
    reached: 'waiting-to-retry',
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
    reached: 'paused',
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

  it('waits no longer when the clock is put back meanwhile', () => {
    const twoDays = 2 * 86_400_000;
    const waiting = nextOutboxState(states.pushing, events.failed);
    const paused = nextOutboxState(waiting, events.pause);
    expect(nextOutboxState(paused, { type: 'resume', now: now + 1 }).name).toBe('waiting-to-retry');
    expect(nextOutboxState(paused, { type: 'resume', now: now - twoDays }).name).toBe('pushing');
  });

  describe('that waits for a server which did not answer', () => {
    const unreached = nextOutboxState(states.pushing, { type: 'failed', now, random: 0.9, isUnreached: true });

    it('is sent at once when the server answers pulls', () => {
      expect(unreached.name).toBe('waiting-to-retry');
      expect(nextOutboxState(unreached, events.reached)).toMatchObject({
        name: 'pushing',
        failures: unreached.failures,
      });
    });

    it('is sent at once after a pause in which it answered', () => {
      const paused = nextOutboxState(nextOutboxState(unreached, events.pause), events.reached);
      expect(paused.name).toBe('paused');
      expect(nextOutboxState(paused, events.resume).name).toBe('pushing');
    });

    it('waits on when somebody before the server has said for how long', () => {
      const asked: OutboxEvent = { type: 'failed', now, random: 0, retryAfter: 60_000, isUnreached: true };
      const waiting = nextOutboxState(states.pushing, asked);
      expect(nextOutboxState(waiting, events.reached).name).toBe('waiting-to-retry');
    });
  });
});
