/**
 * What is thought of the outbox between transactions: whether it is empty, as it nearly always is. `surely` since a
 * transaction has looked and nobody said that anything was written after it. Whoever decides looks all the same; whoever
 * watches is told of what changes, and looks then.
 */
export interface OutboxGuess {
  empty: 'surely' | 'likely' | 'no';
  /** Counts up with what was written to the outbox, here or by another pane. */
  writes: number;
}

export function createOutboxGuess(): OutboxGuess {
  return { empty: 'likely', writes: 0 };
}

export function wasWritten(guess: OutboxGuess): void {
  guess.empty = 'no';
  guess.writes += 1;
}

/** What a look has found that was begun after so many `writes`. */
export function wasSeen(guess: OutboxGuess, { isEmpty, writes }: { isEmpty: boolean; writes: number }): void {
  if (guess.writes === writes) guess.empty = isEmpty ? 'surely' : 'no';
}
