import * as v from 'valibot';
import { EntryId } from '../../domain/ids.ts';
import { Instant } from '../../domain/time.ts';

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
