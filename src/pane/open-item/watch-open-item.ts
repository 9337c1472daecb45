import { type ReadonlySignal, signal } from '@preact/signals';
import type { HostAdapter, MailItem, OpenItem } from '../../host/host-adapter.ts';

/** What is open, as the pane knows it. `signal` ends as soon as something else may be open. */
export type Opened =
  | { state: 'reading' }
  | { state: 'item'; item: MailItem; signal: AbortSignal }
  | Exclude<OpenItem, { state: 'item' }>;

export interface OpenItemWatch {
  readonly opened: ReadonlySignal<Opened>;
  /** The host said that something changed and has not answered yet what is open: nothing may be logged meanwhile. */
  readonly isStale: ReadonlySignal<boolean>;
  readAgain(): void;
}

/**
 * Follows what is open in the host.
 *
 *     changed ──► stale (old content, nothing can be logged) ──► what is open now
 *        ▲                        │ changed again: that read is thrown away
 *        └────────────────────────┘
 *
 * Guarantee: an answer is taken only when nothing changed since it was asked for, and each item's signal ends before
 * anything of the next one is shown.
 */
export function watchOpenItem(host: HostAdapter, ended: AbortSignal): OpenItemWatch {
  const opened = signal<Opened>({ state: 'reading' });
  const isStale = signal(true);
  let reading = new AbortController();
  let shown = new AbortController();

  const read = async () => {
    reading.abort();
    reading = new AbortController();
    const mine = AbortSignal.any([reading.signal, ended]);
    isStale.value = true;
    const answer = await host.current(mine).catch((error: unknown): OpenItem => {
      if (mine.aborted) return { state: 'nothing' }; // not taken, below
      return { state: 'unreadable', reason: String(error) };
    });
    if (mine.aborted) return;
    shown.abort();
    shown = new AbortController();
    opened.value = answer.state === 'item' ? { ...answer, signal: AbortSignal.any([shown.signal, ended]) } : answer;
    isStale.value = false;
  };
  const readAgain = () => void read();
  host.onItemChanged(readAgain, ended);
  readAgain();
  return { opened, isStale, readAgain };
}
