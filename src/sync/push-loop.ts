import type { Failure } from './ask-server.ts';
import type { Clock } from './device-options.ts';
import { nextOutboxState, type OutboxEvent, type OutboxState, startState } from './outbox-machine.ts';
import type { Pushed } from './push.ts';

export interface PushLoop {
  state(): OutboxState;
  send(event: OutboxEvent): void;
}

export interface PushLoopOptions {
  push: (signal: AbortSignal) => Promise<Pushed>;
  clock: Clock;
  random(): number;
  changed(): void;
  succeeded(): void;
  failed(failure: Failure): void;
  /** A fault: the loop has ended. */
  broke(error: unknown): void;
  signal: AbortSignal;
}

/** Does what the outbox machine says: pushes while it is `pushing`, wakes it when a retry is due. */
export function startPushLoop(options: PushLoopOptions): PushLoop {
  const { push, clock, random, signal } = options;
  let state = startState;
  let running = false;
  let alarm: AbortController | undefined;

  const loop: PushLoop = { state: () => state, send };
  return loop;

  function send(event: OutboxEvent): void {
    if (signal.aborted) return;
    const before = state;
    state = nextOutboxState(state, event);
    if (before.retryAt !== state.retryAt || before.name !== state.name) setAlarm();
    if (state.name === 'pushing' && !running) run().catch(options.broke);
    if (before !== state) options.changed();
  }

  function setAlarm(): void {
    alarm?.abort();
    if (state.name !== 'waiting-to-retry' || state.retryAt === undefined) return;
    const own = new AbortController();
    alarm = own;
    clock.after(Math.max(0, state.retryAt - clock.now()), AbortSignal.any([own.signal, signal])).then(
      () => {
        if (!own.signal.aborted) send({ type: 'due' });
      },
      () => undefined, // another alarm took its place, or the device stopped
    );
  }

  async function run(): Promise<void> {
    running = true;
    while (state.name === 'pushing' && !signal.aborted) {
      const result = await push(signal);
      if (signal.aborted) break;
      if (result.ok) {
        options.succeeded();
        send({ type: 'pushed', left: result.left });
      } else {
        // First the reasons to pause that it may be, then the machine: so that none is tried again in between.
        options.failed(result);
        const { retryAfter, code } = result;
        const isUnreached = code === 'server-unreachable';
        send({ type: 'failed', now: clock.now(), random: random(), retryAfter, isUnreached });
      }
    }
    running = false;
  }
}
