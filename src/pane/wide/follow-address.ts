import { batch, effect } from '@preact/signals';
import * as v from 'valibot';
import { ContactId, EntryId } from '../../domain/ids.ts';
import { openContact } from '../contacts/contact-place.ts';
import { filterOf, queryOf } from '../log-list/filter/filter-query.ts';
import type { PageAddress } from '../pane-services.ts';
import type { PaneState, View } from '../state/pane-state.ts';

/** Views that are nothing but themselves. The rest has more to say: a filter, or which one it shows. */
const plain: ReadonlySet<string> = new Set<View>([
  ...(['home', 'new', 'due', 'postponed', 'search', 'contacts', 'import', 'matching'] as const),
  ...(['cold', 'clean-up', 'attention', 'templates', 'campaigns', 'salespeople', 'settings'] as const),
]);

/** A summary of everything since ever has a query, too: without one it is as at first. */
const allTime = 'all';

/**
 * Keeps the page's address and what is shown the same: every view, filter and entry that is gone to has an address of
 * its own, so that the browser's way back leads to it and it can be kept or sent to a colleague.
 */
export function followAddress(pane: PaneState, address: PageAddress, ended: AbortSignal): void {
  let before = '';
  let isTaking = false;
  const take = () => {
    isTaking = true;
    batch(() => show(pane, address.read()));
    before = partOf(pane);
    isTaking = false;
  };
  // An address that says nothing leaves the page as it opened.
  if (address.read() !== '') take();
  const stop = effect(() => {
    const part = partOf(pane);
    if (part === before || isTaking) return;
    // Words that are being typed are one place, not one for every pause.
    const isTyping = before.includes('text=') && withoutText(before) === withoutText(part);
    before = part;
    address.write(part, isTyping ? 'replace' : 'push');
  });
  ended.addEventListener('abort', stop, { once: true });
  address.onChange(take, ended);
}

/** The present place, such as `log?status=canceled`; empty for the whole log, with which the page opens. */
function partOf({ view, logFilter, summaryFilter, entryPlace, contactPlace }: PaneState): string {
  const place = contactPlace.value;
  switch (view.value) {
    case 'log':
      return withQuery('log', queryOf(logFilter.value)).replace(/^log$/, '');
    case 'summary':
      return withQuery('summary', summaryFilter.value ? queryOf(summaryFilter.value) || allTime : '');
    case 'entry':
      return `entry?id=${entryPlace.value ?? ''}`;
    case 'contact':
      return 'show' in place ? `contact?id=${place.show}` : 'contacts';
    default:
      return view.value;
  }
}

function show(pane: PaneState, part: string): void {
  const [view = '', query = ''] = part.split('?');
  const id = new URLSearchParams(query).get('id');
  if (view === '' || view === 'log') pane.openLog(filterOf(query));
  else if (view === 'summary') pane.openSummary(query === '' ? undefined : filterOf(query));
  else if (view === 'entry') {
    const entry = v.safeParse(EntryId, id);
    if (entry.success) pane.openEntry(entry.output);
  } else if (view === 'contact') {
    const contact = v.safeParse(ContactId, id);
    if (contact.success) openContact(pane, contact.output);
  } else if (plain.has(view)) pane.view.value = view as View; // just found among them
}

function withQuery(view: string, query: string): string {
  return query === '' ? view : `${view}?${query}`;
}

function withoutText(part: string): string {
  return part.replace(/text=[^&]*/, '');
}
