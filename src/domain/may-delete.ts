import type { Comment } from './comment.ts';
import type { LogEntry } from './log-entry.ts';

/**
 * Whether an entry may be deleted by whoever saw the log as of a rev (`domain.md` §9): only what is canceled, and only as
 * it was seen. What was reinstated, corrected or commented on since stays. A draft that was discarded is canceled too.
 */
export function mayDelete(
  entry: Pick<LogEntry, 'canceled' | 'rev'>,
  comments: readonly Pick<Comment, 'rev'>[],
  asOf: number,
): boolean {
  return entry.canceled.length > 0 && entry.rev <= asOf && comments.every(({ rev }) => rev <= asOf);
}
