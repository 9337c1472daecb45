import { type Signal, signal } from '@preact/signals';
import { isOffered } from '../../domain/offered.ts';
import type { PaneState } from '../state/pane-state.ts';
import type { ContactHit, FindContacts } from './contact-index.ts';

/** How far a search has come. The device answers at once, the server when it can. */
export interface Finding {
  query: string;
  hits: ContactHit[];
  server: 'not-asked' | 'asking' | 'answered' | 'unknown';
}

export interface ContactFinder {
  readonly finding: Signal<Finding>;
  find(query: string): void;
  reset(): void;
}

const nothing: Finding = { query: '', hits: [], server: 'not-asked' };
const most = 8;
const pauseMs = 250;

/** Searches contacts until `ended`; a newer query throws what an older one still brings away. */
export function createContactFinder(pane: PaneState, ended: AbortSignal): ContactFinder {
  const finding = signal(nothing);
  let index: Promise<FindContacts> | undefined;
  let searching = new AbortController();

  const here = (): Promise<FindContacts> => {
    index ??= Promise.all([import('./contact-index.ts'), pane.services.device.store.contacts()]).then(
      ([{ createContactIndex }, contacts]) => createContactIndex(contacts),
    );
    return index;
  };

  const run = async (query: string, mine: AbortSignal) => {
    const found = await here();
    if (mine.aborted) return;
    const hits = found(query, most);
    finding.value = { query, hits, server: 'asking' };
    await pane.services.clock.after(pauseMs, mine);
    const answer = await pane.services.device.searchContacts(query, mine);
    if (mine.aborted) return;
    if (!answer.known) {
      finding.value = { query, hits, server: 'unknown' };
      return;
    }
    const ids = new Set(hits.map(({ contact }) => contact.id));
    const { store } = pane.services.device;
    const more = await Promise.all(
      answer.value
        .filter((contact) => !ids.has(contact.id) && isOffered(contact))
        .slice(0, most)
        .map(async (contact): Promise<ContactHit> => {
          const company = contact.companyId === null ? undefined : await store.contact(contact.companyId);
          return { contact, companyName: company?.name ?? '', from: 'server' };
        }),
    );
    if (mine.aborted) return;
    finding.value = { query, hits: [...hits, ...more], server: 'answered' };
  };

  return {
    finding,
    find: (query) => {
      searching.abort();
      searching = new AbortController();
      const trimmed = query.trim();
      if (trimmed === '') {
        finding.value = nothing;
        return;
      }
      const mine = AbortSignal.any([searching.signal, ended]);
      run(trimmed, mine).catch((error: unknown) => {
        if (mine.aborted) return;
        index = undefined; // the next keystroke tries to load it again
        finding.value = { query: trimmed, hits: [], server: 'unknown' };
        reportError(error);
      });
    },
    reset: () => {
      searching.abort();
      index = undefined; // contacts may have come by the next time
      finding.value = nothing;
    },
  };
}
