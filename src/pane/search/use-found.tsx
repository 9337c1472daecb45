import '../theme/history.css';
import { useEffect, useMemo } from 'preact/hooks';
import { entryStatus } from '../../domain/entry-status.ts';
import { holdsWords, soughtWords } from '../../domain/sought-words.ts';
import { cut } from '../../domain/text.ts';
import { EntryStateChips, FromServer } from '../log-list/entry-state.tsx';
import { foundIn } from '../log-list/found-in.ts';
import { Marked } from '../log-list/marked.tsx';
import type { ListRow } from '../log-list/merge-rows.ts';
import { useMessages, usePane } from '../state/pane-context.ts';
import { createContactFinder, type Finding } from './find-contacts.ts';
import { findPlaces, type PlaceHit } from './find-places.ts';
import type { FoundGroup, FoundOption } from './found-list.tsx';
import { openPlace, places } from './places.ts';
import { searchTextsEn } from './texts-en.ts';
import { searchTextsFi } from './texts-fi.ts';
import { useFoundEntries } from './use-found-entries.ts';
import { useSearchTexts } from './use-search-texts.ts';

export type ContactHit = Finding['hits'][number];

const mostPlaces = 5;
const mostEntries = 6;
const catalogues = { en: searchTextsEn, fi: searchTextsFi };

/** What a query finds, by kind, and how far the search is: places at once, contacts and entries from here and the server. */
export function useFound(
  query: string,
  pickContact: (hit: ContactHit) => void,
): { groups: FoundGroup[]; said: string; isLooking: boolean } {
  const pane = usePane();
  const texts = useSearchTexts();
  const language = pane.language.value;
  const ended = useMemo(() => new AbortController(), []);
  useEffect(() => () => ended.abort(), [ended]);
  const finder = useMemo(() => createContactFinder(pane, ended.signal), [pane, ended]);
  useEffect(() => finder.find(query), [finder, query]);
  const contacts = finder.finding.value;
  const entries = useFoundEntries(query, mostEntries);
  const sought = soughtWords(query);
  // Below contacts that are still to come entries would jump from under the pointer.
  const shownEntries = contacts.query !== '' && contacts.isWhole ? entries.rows : [];
  const found = findPlaces(query, catalogues, language, (id) => places[id].isThere?.(pane) ?? true);

  const groups: FoundGroup[] = [
    {
      label: texts.groups.pages,
      options: found.slice(0, mostPlaces).map((hit) => ({
        key: hit.id,
        take: () => openPlace(hit.id, pane),
        content: <PlaceLine hit={hit} sought={sought} />,
      })),
    },
    {
      label: texts.groups.contacts,
      options: (sought.length === 0 ? [] : contacts.hits).map((hit) => ({
        key: hit.contact.id,
        take: () => pickContact(hit),
        content: <ContactLine hit={hit} sought={sought} />,
      })),
    },
    { label: texts.groups.entries, options: entryOptions(shownEntries) },
  ];
  function entryOptions(rows: readonly ListRow[]): FoundOption[] {
    const all = {
      key: 'all',
      take: () => pane.openLog({ text: cut(query.trim(), 200) }),
      content: <span class="hit-name">{texts.allEntries(query.trim())}</span>,
    };
    const lines = rows.map((row) => ({
      key: row.entry.id,
      take: () => pane.openEntry(row.entry.id),
      content: <EntryLine row={row} sought={sought} />,
    }));
    return lines.length > 0 ? [...lines, all] : [];
  }
  const isAsking = contacts.server === 'asking' || entries.server === 'asking';
  const isUnknown = contacts.server === 'unknown' || entries.server === 'unknown';
  const isLooking = entries.isLooking || !contacts.isWhole || contacts.query !== query.trim();
  const said = isLooking ? texts.looking : isAsking ? texts.asking : isUnknown ? texts.offline : '';
  return { groups: groups.filter(({ options }) => options.length > 0), said, isLooking: isLooking || isAsking };
}

function PlaceLine({ hit: { name, alias }, sought }: { hit: PlaceHit; sought: readonly string[] }) {
  return (
    <>
      <span class="hit-name">
        <Marked text={name} sought={sought} />
      </span>
      {alias && (
        <span class="hit-more">
          <Marked text={alias} sought={sought} />
        </span>
      )}
    </>
  );
}

function ContactLine({ hit, sought }: { hit: ContactHit; sought: readonly string[] }) {
  const { search } = useMessages();
  return (
    <>
      <span class="hit-name">
        <Marked text={hit.contact.name} sought={sought} />
      </span>
      <span class="hit-from">{hit.from === 'server' && search.server}</span>
      <span class="hit-more">
        <Marked text={hit.companyName || hit.contact.email} sought={sought} />
      </span>
    </>
  );
}

function EntryLine({ row, sought }: { row: ListRow; sought: readonly string[] }) {
  const pane = usePane();
  const { entry, contact } = row;
  // Where the line itself shows why it was found, nothing more is said.
  const isShown = holdsWords([entry.description, contact?.name ?? ''], sought);
  const piece = isShown ? undefined : foundIn(row, sought);
  return (
    <>
      <span class={`hit-name hit-${entryStatus(entry)}`}>
        <Marked text={entry.description} sought={sought} />
      </span>
      <span class="hit-from">
        {row.from === 'server' && <FromServer />} {pane.format.value.nearDay(entry.day, pane.today.value)}
      </span>
      <span class="hit-more">
        <Marked text={[contact?.name, piece].filter(Boolean).join(' · ')} sought={sought} />
      </span>
      <span class="row-chips">
        <EntryStateChips row={row} hidesSource />
      </span>
    </>
  );
}
