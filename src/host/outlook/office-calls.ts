import type { AsyncAnswer, Callback } from './office-surface.ts';
import { answerOrTimeout, type Timers } from './quirks/unanswered-call.ts';

/** Why a call gave nothing. `code` is office.js's own number, where it gave one. */
export interface CallProblem {
  call: string;
  why: 'timed-out' | 'failed' | 'not-possible';
  code?: number;
}
export type CallResult<T> = { ok: true; value: T } | { ok: false; problem: CallProblem };

/** Makes a call of office.js a promise that always settles. */
export interface OfficeCalls {
  run<T>(call: string, start: (callback: Callback<T>) => void): Promise<CallResult<T>>;
}

/** On the web and on mobile, Outlook lets an add-in have three calls open at once; the next ones fail. */
const mostAtOnce = 3;
/** Milliseconds until a call is taken for lost. A long body takes its time on mobile; the others are small. */
const patience: Readonly<Record<string, number>> = { body: 20_000 };
const usualPatience = 8_000;

/**
 * Queues calls so that at most three are open, and gives each its own time-out, after which its place is free again.
 *
 *   queued ──► open ──► answered | failed | timed out (a later answer is dropped)
 */
export function createOfficeCalls(timers: Timers): OfficeCalls {
  let open = 0;
  const queue: (() => void)[] = [];

  async function place(): Promise<void> {
    if (open >= mostAtOnce) await new Promise<void>((free) => queue.push(free));
    else open += 1;
  }
  // A place that is given up goes to the next in line without becoming free in between.
  function giveUp(): void {
    const next = queue.shift();
    if (next) next();
    else open -= 1;
  }

  return {
    async run<T>(call: string, start: (callback: Callback<T>) => void): Promise<CallResult<T>> {
      await place();
      try {
        const answer = await answerOrTimeout(start, patience[call] ?? usualPatience, timers);
        return answer === 'timed-out' ? { ok: false, problem: { call, why: 'timed-out' } } : resultOf(call, answer);
      } catch {
        // office.js throws at once for what this client cannot do or the add-in may not do.
        return { ok: false, problem: { call, why: 'not-possible' } };
      } finally {
        giveUp();
      }
    },
  };
}

function resultOf<T>(call: string, answer: AsyncAnswer<T>): CallResult<T> {
  // The official types know the status as a number; it is the string.
  if (String(answer.status) === 'succeeded') return { ok: true, value: answer.value };
  const code = answer.error?.code;
  return { ok: false, problem: { call, why: 'failed', ...(code === undefined ? {} : { code }) } };
}

/** The value, or `fallback` when the call gave none. */
export function valueOr<T, F>(result: CallResult<T>, fallback: F): T | F {
  return result.ok ? result.value : fallback;
}

/** A problem as text for diagnosis; it holds no content of the mail. */
export function reasonOf({ call, why, code }: CallProblem): string {
  return code === undefined ? `${call}: ${why}` : `${call}: ${why} (${code})`;
}
