import type { Comment } from './comment.ts';
import type { LogEntry } from './log-entry.ts';

/** The texts that an entry is found by, beside the names of its contact and company. */
export function textsOf(entry: LogEntry): { open: string[]; withAudience: string[] } {
  return {
    open: [entry.description, entry.subject, entry.contactVia],
    withAudience: [entry.note, entry.text],
  };
}

/** The texts of a comment that its entry is found by; they have the comment's own audience. */
export function textsOfComment({ body, text }: Comment): string[] {
  return [body, text];
}
