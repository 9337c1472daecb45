import type { LogEntry } from './log-entry.ts';

/**
 * What the toggle of *Canceled* does to a selection, in the order of the list (`domain.md` §9): all become what the
 * first one is not. Those that are so already are left as they are.
 */
export function toggleCanceled<Entry extends Pick<LogEntry, 'canceled'>>(
  selected: readonly Entry[],
): { to: 'canceled' | 'recorded'; changing: Entry[] } {
  const isCanceled = ({ canceled }: Entry) => canceled.length > 0;
  const [first] = selected;
  const cancels = first !== undefined && !isCanceled(first);
  return {
    to: cancels ? 'canceled' : 'recorded',
    changing: selected.filter((entry) => isCanceled(entry) !== cancels),
  };
}
