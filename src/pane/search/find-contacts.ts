import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { isOffered } from '../../domain/offered.ts';
import type { ContactLine } from '../directory/contact-directory.ts';
import { directoryOf } from '../directory/directory-of.ts';
import { keepAsking } from '../directory/keep-asking.ts';
import type { PaneState } from '../state/pane-state.ts';

/** A contact that was found, and where. */
export interface ContactHit extends ContactLine {
  from: 'here' | 'server';
}

/** How far a search has come. The device answers at once, the server when it can. */
export interface Finding {
  query: string;
  hits: ContactHit[];
  /** False while the contacts of this device are still being gone through. */
  isWhole: boolean;
  server: 'not-asked' | 'asking' | 'answered' | 'unknown';
}

export interface ContactFinder {
  readonly finding: ReadonlySignal<Finding>;
  find(query: string): void;
  reset(): void;
}

/** What is known of a query, by side. */
interface Found extends Omit<Finding, 'hits'> {
  here: ContactLine[];
  there: ContactLine[];
}

const nothing: Found = { query: '', here: [], there: [], isWhole: true, server: 'not-asked' };
const most = 8;
/** More than the server gives. */
const mostHeld = 100;
const pauseMs = 250;

/**
 * Searches contacts until `ended`; a newer query throws what an older one still brings away. `narrow` takes those out that
 * are no use where they are asked for.
 */
export function createContactFinder(
  pane: PaneState,
  ended: AbortSignal,
  narrow?: (hits: ContactHit[]) => ContactHit[],
): ContactFinder {
  const { device, clock } = pane.services;
  const found = signal(nothing);
  // Of many that are found few may be of use.
  const wanted = narrow ? mostHeld : most;
  let searching = new AbortController();

  /** Shows what is found here as soon as there is something, and whenever it becomes other; then the server is asked. */
  const run = (query: string, mine: AbortSignal) => {
    let isFirst = true;
    const failed = (error: unknown) => {
      if (mine.aborted || pane.signal.aborted) return;
      found.value = { ...nothing, query, server: 'unknown' };
      reportError(error);
    };
    keepAsking(
      directoryOf(pane),
      (of) => of.find(query, wanted),
      ({ value: here, isWhole }) => {
        const before = found.peek();
        if (isFirst) askServer(query, mine).catch(failed);
        found.value = isFirst ? { ...nothing, query, here, isWhole, server: 'asking' } : { ...before, here, isWhole };
        isFirst = false;
      },
      failed,
      mine,
    );
  };

  const askServer = async (query: string, mine: AbortSignal) => {
    await clock.after(pauseMs, mine);
    // What the server gives is here from then on: only now can it be told what was here before.
    const held = new Set((await directoryOf(pane).find(query, mostHeld)).map(({ contact }) => contact.id));
    const answer = await device.searchContacts(query, mine);
    if (mine.aborted) return;
    if (!answer.known) {
      found.value = { ...found.peek(), server: 'unknown' };
      return;
    }
    const there = await Promise.all(
      answer.value
        .filter((contact) => isOffered(contact) && !held.has(contact.id))
        .slice(0, wanted)
        .map(async (contact): Promise<ContactLine> => {
          const company = contact.companyId === null ? undefined : await device.store.contact(contact.companyId);
          return { contact, companyName: company?.name ?? '' };
        }),
    );
    if (!mine.aborted) found.value = { ...found.peek(), there, server: 'answered' };
  };

  return {
    finding: computed(() => {
      const { here, there, ...of } = found.value;
      const theirs = new Set(there.map(({ contact }) => contact.id));
      const hits = [
        ...here.filter(({ contact }) => !theirs.has(contact.id)).map((line): ContactHit => ({ ...line, from: 'here' })),
        ...there.map((line): ContactHit => ({ ...line, from: 'server' })),
      ];
      return { ...of, hits: narrow ? narrow(hits).slice(0, most) : hits };
    }),
    find: (query) => {
      searching.abort();
      searching = new AbortController();
      const trimmed = query.trim();
      if (trimmed === '') found.value = nothing;
      else run(trimmed, AbortSignal.any([searching.signal, ended]));
    },
    reset: () => {
      searching.abort();
      found.value = nothing;
    },
  };
}
