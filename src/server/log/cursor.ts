import * as v from 'valibot';
import { EntryId } from '../../domain/ids.ts';
import { Instant } from '../../domain/time.ts';
import { parseCursor } from '../../protocol/cursor.ts';

/** The rev of a cursor; undefined when it is of another epoch, ahead of the counter or no cursor at all. */
export function readCursor(cursor: string, epoch: string, counter: number): number | undefined {
  const parsed = parseCursor(cursor);
  return parsed && parsed.epoch === epoch && parsed.rev <= counter ? parsed.rev : undefined;
}

/** Where a page of older entries starts: after this entry in the order newest first. */
export interface OlderMark {
  sortAt: string;
  id: string;
}

export function writeOlder({ sortAt, id }: OlderMark): string {
  return `${sortAt}~${id}`;
}

/** Undefined when `token` was not given by this server. */
export function readOlder(token: string): OlderMark | undefined {
  const [sortAt, id, ...rest] = token.split('~');
  if (rest.length > 0 || !v.is(Instant, sortAt) || !v.is(EntryId, id)) return undefined;
  return { sortAt, id };
}
