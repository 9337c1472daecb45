import type { LiveEvent } from '../protocol/live.ts';
import type { Scope } from '../protocol/scope.ts';
import type { Failure } from './ask-server.ts';
import { backoff } from './backoff.ts';
import type { Clock } from './device-options.ts';
import type { Live } from './live.ts';
import type { Pull } from './pull.ts';
import type { Wake } from './wake.ts';

export interface KeepUpToDateOptions {
  /** Every scope to keep up to date, the most wanted first. */
  scopes: () => Promise<{ ok: true; scopes: Scope[] } | Failure>;
  pull: Pick<Pull, 'scope'>;
  /** Gives the scopes that must be pulled instead. */
  takeLive: (event: LiveEvent) => Promise<{ ok: true; behind: Scope[] } | Failure>;
  openLive: (signal: AbortSignal) => Promise<Live>;
  clock: Clock;
  random(): number;
  wake: Wake;
  /** A signal that ends when pulling is to rest, or to start over at once; undefined while it rests. */
  session(): AbortSignal | undefined;
  pulling(now: boolean): void;
  live(now: boolean): void;
  upToDate(): void;
  /** The server has answered for every scope. */
  pulledAll(): void;
  failed(failure: Failure, retryAt: number): void;
}

/** Between rounds of pulling while there is no live stream, in milliseconds. */
const roundEvery = 30_000;
/** A live stream that ended sooner (ms) counts as a failure. */
const livedWell = 30_000;
/**
 * Keeps the store's scopes up to date until `signal`: connect and pull every scope once, then take what the live stream
 * brings; what a live event can't tell is pulled. Ways back to the start: the stream ended or could not be opened (a
 * wait), a request failed (backoff), somebody's act. None is without one of these.
 */
export async function keepUpToDate(options: KeepUpToDateOptions, signal: AbortSignal): Promise<void> {
  const { clock, wake, random } = options;
  let failures = 0;
  while (!signal.aborted) {
    const session = options.session();
    if (session === undefined) {
      await wake.wait(undefined, signal);
      continue;
    }
    const startedAt = clock.now();
    const result = await oneSession(options, AbortSignal.any([signal, session]));
    if (session.aborted) {
      failures = 0;
      continue;
    }
    const short = clock.now() - startedAt < livedWell;
    if (result.ended === 'failed' || (result.ended === 'live-ended' && short)) failures += 1;
    else failures = 0;
    const retryAfter = result.ended === 'failed' ? result.failure.retryAfter : undefined;
    const wait =
      result.ended === 'no-live'
        ? roundEvery
        : backoff({ failures: Math.max(1, failures), retryAfter, random: random() });
    if (result.ended === 'failed') options.failed(result.failure, clock.now() + wait);
    await wake.wait(wait, signal);
  }
}

type Ended = { ended: 'failed'; failure: Failure } | { ended: 'no-live' } | { ended: 'live-ended' };

async function oneSession(options: KeepUpToDateOptions, signal: AbortSignal): Promise<Ended> {
  const { takeLive, pull } = options;
  const own = new AbortController();
  const both = AbortSignal.any([signal, own.signal]);
  try {
    const connecting = options.openLive(both);
    const failure = await pullRound(options, both);
    if (failure) return { ended: 'failed', failure };
    // The stream's first event says from which rev on it tells: scopes that were pulled before that are behind.
    const live = await connecting;
    if (!live.ok) return { ended: 'no-live' };
    options.live(true);
    for await (const event of live.events) {
      const taken = await takeLive(event);
      if (!taken.ok) return { ended: 'failed', failure: taken };
      for (const scope of taken.behind) {
        const pulled = await pull.scope(scope, both);
        if (!pulled.ok) return { ended: 'failed', failure: pulled };
      }
      options.upToDate();
    }
    return { ended: 'live-ended' };
  } finally {
    own.abort();
    options.live(false);
  }
}

/** Every scope once. Undefined when all went well. */
async function pullRound(options: KeepUpToDateOptions, signal: AbortSignal): Promise<Failure | undefined> {
  options.pulling(true);
  try {
    const wanted = await options.scopes();
    if (!wanted.ok) return wanted;
    for (const scope of wanted.scopes) {
      const pulled = await options.pull.scope(scope, signal);
      if (!pulled.ok) return pulled;
    }
    options.upToDate();
    options.pulledAll();
    return undefined;
  } finally {
    options.pulling(false);
  }
}
