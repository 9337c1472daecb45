import { batch, effect } from '@preact/signals';
import * as v from 'valibot';
import { ContactId, EntryId } from '../../domain/ids.ts';
import { openContact } from '../contacts/contact-place.ts';
import { queryOf, readFilter, type UnusablePart } from '../log-list/filter/filter-query.ts';
import type { PageAddress } from '../pane-services.ts';
import type { PaneState, View } from '../state/pane-state.ts';

/** Views that are nothing but themselves. The rest has more to say: a filter, or which one it shows. */
const plain: ReadonlySet<string> = new Set<View>([
  ...(['home', 'new', 'due', 'postponed', 'contacts', 'import', 'matching'] as const),
  ...(['cold', 'clean-up', 'attention', 'templates', 'campaigns', 'salespeople', 'settings'] as const),
]);

/** Of the search's field; an address may say anything. */
const longestSearch = 200;

/** A summary of everything since ever has a query, too: without one it is as at first. */
const allTime = 'all';

/**
 * Keeps the page's address and what is shown the same: every view, filter and entry that is gone to has an address of
 * its own (an empty one is what the page opens with, which is another where there is little room), so that the browser's way back leads to it and it can be kept or sent to a colleague.
 */
export function followAddress(pane: PaneState, address: PageAddress, opensWith: View, ended: AbortSignal): void {
  const present = () => {
    const part = partOf(pane);
    return part === opensWith ? '' : part;
  };
  let before = '';
  let isTaking = false;
  const take = () => {
    isTaking = true;
    const unusable = batch(() => show(pane, address.read() || opensWith));
    pane.unusableParts.value = unusable;
    before = present();
    if (unusable.length > 0) address.write(before, 'replace');
    isTaking = false;
  };
  // An address that says nothing leaves the page as it opened.
  if (address.read() !== '') take();
  const stop = effect(() => {
    const part = present();
    if (part === before || isTaking) return;
    // Words that are being typed are one place, not one for every pause.
    const isTyping = withoutText(before) === withoutText(part) && /\btext=|^search/.test(before);
    before = part;
    pane.unusableParts.value = [];
    address.write(part, isTyping ? 'replace' : 'push');
  });
  ended.addEventListener('abort', stop, { once: true });
  address.onChange(take, ended);
}

/** The present place, such as `log?status=canceled`. */
function partOf({ view, searchText, logFilter, summaryFilter, entryPlace, contactPlace }: PaneState): string {
  const place = contactPlace.value;
  switch (view.value) {
    case 'log':
      return withQuery('log', queryOf(logFilter.value));
    case 'summary':
      return withQuery('summary', summaryFilter.value ? queryOf(summaryFilter.value) || allTime : '');
    case 'search':
      return withQuery('search', searchText.value ? `${new URLSearchParams({ text: searchText.value })}` : '');
    case 'entry':
      return `entry?id=${entryPlace.value ?? ''}`;
    case 'contact':
      return 'show' in place ? `contact?id=${place.show}` : 'contacts';
    default:
      return view.value;
  }
}

/** Shows a place, and tells what of its filter is none. */
function show(pane: PaneState, part: string): readonly UnusablePart[] {
  const [view = '', query = ''] = part.split('?');
  const params = new URLSearchParams(query);
  const id = params.get('id');
  if (view === 'log' || (view === 'summary' && query !== '' && query !== allTime)) {
    const { filter, unusable } = readFilter(query);
    if (view === 'log') pane.openLog(filter);
    else pane.openSummary(filter);
    return unusable;
  }
  if (view === 'summary') pane.openSummary(query === '' ? undefined : {});
  else if (view === 'search') {
    pane.searchText.value = (params.get('text') ?? '').trim().slice(0, longestSearch);
    pane.view.value = 'search';
  } else if (view === 'entry') {
    const entry = v.safeParse(EntryId, id);
    if (entry.success) pane.openEntry(entry.output);
  } else if (view === 'contact') {
    const contact = v.safeParse(ContactId, id);
    if (contact.success) openContact(pane, contact.output);
  } else if (plain.has(view)) pane.view.value = view as View; // just found among them
  return [];
}

function withQuery(view: string, query: string): string {
  return query === '' ? view : `${view}?${query}`;
}

function withoutText(part: string): string {
  return part.replace(/[?&]?\btext=[^&]*/, '');
}
