import * as v from 'valibot';
import { EntryId } from '../../domain/ids.ts';
import { Instant } from '../../domain/time.ts';

/** Cursors are opaque to devices: `epoch.rev`. */
export function writeCursor(epoch: string, rev: number): string {
  return `${epoch}.${rev}`;
}

/** The rev of a cursor; undefined when it is of another epoch, ahead of the counter or no cursor at all. */
export function readCursor(cursor: string, epoch: string, counter: number): number | undefined {
  const rev = /^(.+)\.(0|[1-9]\d{0,15})$/.exec(cursor);
  if (rev === null || rev[1] !== epoch) return undefined;
  const number = Number(rev[2]);
  return Number.isSafeInteger(number) && number <= counter ? number : undefined;
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
