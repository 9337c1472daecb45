import { backoff } from './backoff.ts';

/**
 * When the outbox is pushed, as pure transitions; `push-loop.ts` obeys them. One push runs at a time.
 *
 *            work, sync-now                     failed
 *   idle ───────────────────► pushing ─────────────────────► waiting-to-retry
 *    ▲                         │   ▲ ▲    due, reached, sync-now    │
 *    └──── pushed, all sent ───┘   └─┴──────────────────────────────┘
 *                 pushed, more left
 *
 *   pause: from anywhere to paused. resume: to pushing, or to waiting-to-retry while a retry is not due.
 *   reached: only ends a wait for a server that did not answer; also one that a pause has interrupted.
 *
 * Guarantees: no event is without an answer; every way back to `pushing` needs progress (`pushed`, `reached`), time
 * (`due`) or somebody's act; a server's `Retry-After` outlives a pause; a clock that is put back makes no wait longer.
 */
export interface OutboxState {
  name: 'idle' | 'pushing' | 'waiting-to-retry' | 'paused';
  /** How often pushing has failed in a row. */
  failures: number;
  /** Not to be tried before (ms since 1970), after a failure. */
  retryAt: number | undefined;
  /** How long there was to wait (ms) when `retryAt` was set. */
  wait: number;
  /** The server did not answer, so whatever it answers to others ends the wait. */
  isUnreached: boolean;
  /** Something came while a push was on its way. */
  again: boolean;
}

export type OutboxEvent =
  /** A command waits, perhaps since before. */
  | { type: 'work' }
  /** A push was answered; `left`: more is waiting. */
  | { type: 'pushed'; left: boolean }
  /** `isUnreached`: nothing answered. */
  | { type: 'failed'; now: number; random: number; retryAfter?: number | undefined; isUnreached?: boolean }
  /** The server has answered pulls. */
  | { type: 'reached' }
  | { type: 'due' }
  | { type: 'pause' }
  | { type: 'resume'; now: number }
  | { type: 'sync-now' };

const noRetry = { retryAt: undefined, wait: 0, isUnreached: false };
const idle: OutboxState = { name: 'idle', failures: 0, ...noRetry, again: false };
export const startState: OutboxState = { name: 'paused', failures: 0, ...noRetry, again: true };

export function nextOutboxState(state: OutboxState, event: OutboxEvent): OutboxState {
  switch (event.type) {
    case 'work':
      if (state.name === 'idle') return pushing(state);
      return state.name === 'pushing' ? { ...state, again: true } : state;
    case 'pushed':
      // One that comes after a pause still tells that the server is well.
      if (state.name === 'paused') return { ...state, failures: 0, ...noRetry };
      if (state.name !== 'pushing') return state;
      return event.left || state.again ? pushing({ ...state, failures: 0 }) : idle;
    case 'failed': {
      if (state.name !== 'pushing' && state.name !== 'paused') return state;
      const failures = state.failures + 1;
      const wait = backoff({ failures, retryAfter: event.retryAfter, random: event.random });
      const isUnreached = event.isUnreached === true && event.retryAfter === undefined;
      const name = state.name === 'paused' ? 'paused' : 'waiting-to-retry';
      return { name, failures, retryAt: event.now + wait, wait, isUnreached, again: true };
    }
    case 'reached':
      if (!state.isUnreached) return state;
      return state.name === 'paused' ? { ...state, ...noRetry } : pushing(state);
    case 'due':
      return state.name === 'waiting-to-retry' ? pushing(state) : state;
    case 'pause':
      return state.name === 'paused' ? state : { ...state, name: 'paused', again: true };
    case 'resume':
      if (state.name !== 'paused') return state;
      return isLeft(state, event.now) ? { ...state, name: 'waiting-to-retry' } : pushing(state);
    case 'sync-now':
      if (state.name === 'paused') return state;
      return state.name === 'pushing' ? { ...state, again: true } : pushing(state);
  }
}

function pushing({ failures }: OutboxState): OutboxState {
  return { name: 'pushing', failures, ...noRetry, again: false };
}

/** Whether a retry is not due yet. More left than there was at first says that the clock was put back meanwhile. */
function isLeft({ retryAt, wait }: OutboxState, now: number): boolean {
  return retryAt !== undefined && retryAt > now && retryAt - now <= wait;
}
