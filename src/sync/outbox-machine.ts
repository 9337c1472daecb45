import { backoff } from './backoff.ts';

/**
 * When the outbox is pushed, as pure transitions; `push-loop.ts` obeys them. One push runs at a time.
 *
 *            work, sync-now                     failed
 *   idle ───────────────────► pushing ─────────────────────► waiting-to-retry
 *    ▲                         │   ▲ ▲      due, sync-now           │
 *    └──── pushed, all sent ───┘   └─┴──────────────────────────────┘
 *                 pushed, more left
 *
 *   pause: from anywhere to paused. resume: to pushing, or to waiting-to-retry while a retry is not due.
 *
 * Guarantees: no event is without an answer; every way back to `pushing` needs progress (`pushed`), time (`due`) or
 * somebody's act; a server's `Retry-After` outlives a pause.
 */
export interface OutboxState {
  name: 'idle' | 'pushing' | 'waiting-to-retry' | 'paused';
  /** How often pushing has failed in a row. */
  failures: number;
  /** Not to be tried before (ms since 1970), after a failure. */
  retryAt: number | undefined;
  /** Something came while a push was on its way. */
  again: boolean;
}

export type OutboxEvent =
  /** A command waits, perhaps since before. */
  | { type: 'work' }
  /** A push was answered; `left`: more is waiting. */
  | { type: 'pushed'; left: boolean }
  | { type: 'failed'; now: number; random: number; retryAfter?: number | undefined }
  | { type: 'due' }
  | { type: 'pause' }
  | { type: 'resume'; now: number }
  | { type: 'sync-now' };

export const startState: OutboxState = { name: 'paused', failures: 0, retryAt: undefined, again: true };

export function nextOutboxState(state: OutboxState, event: OutboxEvent): OutboxState {
  switch (event.type) {
    case 'work':
      if (state.name === 'idle') return pushing(state);
      return state.name === 'pushing' ? { ...state, again: true } : state;
    case 'pushed':
      // One that comes after a pause still tells that the server is well.
      if (state.name === 'paused') return { ...state, failures: 0, retryAt: undefined };
      if (state.name !== 'pushing') return state;
      return event.left || state.again ? pushing({ ...state, failures: 0 }) : idle;
    case 'failed': {
      if (state.name !== 'pushing' && state.name !== 'paused') return state;
      const failures = state.failures + 1;
      const retryAt = event.now + backoff({ failures, retryAfter: event.retryAfter, random: event.random });
      return { name: state.name === 'paused' ? 'paused' : 'waiting-to-retry', failures, retryAt, again: true };
    }
    case 'due':
      return state.name === 'waiting-to-retry' ? pushing(state) : state;
    case 'pause':
      return state.name === 'paused' ? state : { ...state, name: 'paused', again: true };
    case 'resume':
      if (state.name !== 'paused') return state;
      return state.retryAt !== undefined && state.retryAt > event.now
        ? { ...state, name: 'waiting-to-retry' }
        : pushing(state);
    case 'sync-now':
      if (state.name === 'paused') return state;
      return state.name === 'pushing' ? { ...state, again: true } : pushing(state);
  }
}

const idle: OutboxState = { name: 'idle', failures: 0, retryAt: undefined, again: false };

function pushing({ failures }: OutboxState): OutboxState {
  return { name: 'pushing', failures, retryAt: undefined, again: false };
}
