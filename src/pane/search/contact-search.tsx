import { useEffect, useId, useMemo, useState } from 'preact/hooks';
import { SearchIcon } from '../icons/icons.tsx';
import { useMessages, usePane } from '../state/pane-context.ts';
import { companyHits, companyInWords } from './company-hits.ts';
import { type ContactHit, createContactFinder } from './find-contacts.ts';

/** The field that finds a contact, by the ARIA pattern of a combobox with a list. */
export function ContactSearch({
  label,
  pick,
  offers = 'contacts',
  autoFocus = false,
}: {
  label: string;
  pick: (hit: ContactHit) => void;
  /** `companies`: also found by their people, who then stand for them. */
  offers?: 'contacts' | 'companies';
  autoFocus?: boolean;
}) {
  const pane = usePane();
  const t = useMessages();
  const id = useId();
  const [query, setQuery] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const ended = useMemo(() => new AbortController(), []);
  useEffect(() => () => ended.abort(), [ended]);
  const finder = useMemo(
    () => createContactFinder(pane, ended.signal, offers === 'companies' ? companyHits : undefined),
    [pane, ended, offers],
  );
  const { hits, server, isWhole, query: asked } = finder.finding.value;
  const isShown = isOpen && query.trim() !== '' && asked !== '';

  const type = (text: string) => {
    setQuery(text);
    setOpen(true);
    setActive(0);
    finder.find(text);
  };
  const take = (hit: ContactHit | undefined) => {
    if (!hit) return;
    pick(hit);
    setQuery('');
    setOpen(false);
    finder.reset();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey) return;
    if (event.key === 'ArrowDown') setActive((at) => Math.min(hits.length - 1, at + 1));
    else if (event.key === 'ArrowUp') setActive((at) => Math.max(0, at - 1));
    else if (event.key === 'Enter' && isShown) take(hits[active]);
    else if (event.key === 'Escape' && query !== '') type('');
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const isMixed = hits.some(({ from }) => from === 'server');
  const ofServer = { 'not-asked': '', asking: t.search.searchingServer, answered: '', unknown: t.search.serverUnknown };
  const said = isWhole ? ofServer[server] : t.search.searchingHere;

  return (
    <div class="search listbox">
      <label class="visually-hidden" for={id}>
        {label}
      </label>
      <SearchIcon />
      <input
        id={id}
        class="input search-input"
        type="text"
        role="combobox"
        autocomplete="off"
        spellcheck={false}
        placeholder={label}
        title={`${t.search.label}. ${t.search.help}`}
        // biome-ignore lint/a11y/noAutofocus: only where the view was opened to search
        autoFocus={autoFocus}
        aria-autocomplete="list"
        aria-expanded={isShown}
        aria-controls={`${id}-list`}
        aria-activedescendant={isShown && hits.length > 0 ? `${id}-${active}` : undefined}
        value={query}
        onInput={(event) => type(event.currentTarget.value)}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      <div class="popup" hidden={!isShown}>
        <div id={`${id}-list`} role="listbox" aria-label={label}>
          {isShown &&
            hits.map((hit, at) => {
              const { name, more } = offers === 'companies' ? companyInWords(hit) : inWords(hit);
              return (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the focus stays in the field, which has the keys
                // biome-ignore lint/a11y/useFocusableInteractive: as above
                <div
                  key={hit.contact.id}
                  id={`${id}-${at}`}
                  class="option hit"
                  role="option"
                  aria-selected={at === active}
                  data-active={at === active ? '' : undefined}
                  onMouseDown={(event) => event.preventDefault()}
                  onMouseMove={() => setActive(at)}
                  onClick={() => take(hit)}
                >
                  <span class="hit-name">{name}</span>
                  <span class="hit-from">{isMixed && (hit.from === 'server' ? t.search.server : t.search.here)}</span>
                  <span class="hit-more">{more}</span>
                </div>
              );
            })}
        </div>
        <p class="popup-note" role="status">
          {isShown && hits.length === 0 && isWhole && server !== 'asking' && `${t.search.none} `}
          {isShown && said}
          {isShown && hits.length > 0 && <span class="visually-hidden">{t.search.found(hits.length)}</span>}
        </p>
      </div>
    </div>
  );
}

function inWords({ contact, companyName }: ContactHit) {
  return { name: contact.name, more: companyName || contact.email };
}
