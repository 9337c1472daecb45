import { useEffect, useRef, useState } from 'preact/hooks';
import type { ProblemCode } from '../../domain/problem-code.ts';
import type { Job, JobRequest } from '../../protocol/job.ts';
import { usePane } from '../state/pane-context.ts';

/**
 * A job of the server as this page sees it. The server does it whether anybody looks or not.
 *
 *   none ──start──► starting ──► running ⇄ running, not reached ──► ended
 *     └──follow─────────────────────┘ │
 *                    failed ◄─────────┘ (it could not be started; starting again with the same id does nothing twice)
 */
export type JobState =
  | { is: 'none' }
  | { is: 'starting' }
  | { is: 'running'; job: Job; isLost: boolean; isStopping: boolean }
  | { is: 'ended'; job: Job }
  | { is: 'failed'; why: ProblemCode; request: JobRequest };

const pauseMs = 800;
const lostPauseMs = 5_000;

/** Starts a job or follows one that runs, and asks how far it has come until it ends or the page is left. */
export function useJob(): {
  state: JobState;
  start(request: JobRequest): void;
  follow(job: Job): void;
  stop(): void;
  reset(): void;
} {
  const pane = usePane();
  const { clock, device } = pane.services;
  const { wholeLog } = device;
  const [state, setState] = useState<JobState>({ is: 'none' });
  const looking = useRef<AbortController>(undefined);
  useEffect(() => () => looking.current?.abort(), []);

  const renew = (): AbortSignal => {
    looking.current?.abort();
    looking.current = new AbortController();
    return looking.current.signal;
  };
  const guard = (signal: AbortSignal, work: Promise<void>) => {
    work.catch((error: unknown) => {
      if (!signal.aborted) reportError(error);
    });
  };
  const show = (job: Job) =>
    setState((before) =>
      job.state === 'running'
        ? { is: 'running', job, isLost: false, isStopping: before.is === 'running' && before.isStopping }
        : { is: 'ended', job },
    );

  const look = async (first: Job, signal: AbortSignal) => {
    let job = first;
    show(job);
    let pause = pauseMs;
    while (job.state === 'running') {
      await clock.after(pause, signal);
      const answer = await wholeLog.job(job.id, signal);
      if (signal.aborted) return;
      pause = answer.known ? pauseMs : lostPauseMs;
      if (answer.known) {
        job = answer.value;
        show(job);
      } else setState((before) => (before.is === 'running' ? { ...before, isLost: true } : before));
    }
    device.syncNow(); // what went is gone here, too, as soon as its purges are pulled
  };

  return {
    state,
    start(request) {
      const signal = renew();
      setState({ is: 'starting' });
      const run = async () => {
        const answer = await wholeLog.startJob(request, signal);
        if (signal.aborted) return;
        if (answer.known) await look(answer.value, signal);
        else setState({ is: 'failed', why: answer.why, request });
      };
      guard(signal, run());
    },
    follow(job) {
      const signal = renew();
      guard(signal, look(job, signal));
    },
    stop() {
      if (state.is !== 'running') return;
      setState({ ...state, isStopping: true });
      const signal = looking.current?.signal ?? pane.signal;
      const run = async () => {
        const answer = await wholeLog.stopJob(state.job.id, signal);
        if (signal.aborted) return;
        if (answer.known) show(answer.value);
        else setState((before) => (before.is === 'running' ? { ...before, isLost: true, isStopping: false } : before));
      };
      guard(signal, run());
    },
    reset() {
      looking.current?.abort();
      setState({ is: 'none' });
    },
  };
}
