import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { ContactHistory } from '../history/contact-history.tsx';
import { SearchIcon } from '../icons/icons.tsx';
import { useMessages, usePane } from '../state/pane-context.ts';
import { FoundList, type FoundOption } from './found-list.tsx';
import { type ContactHit, useFound } from './use-found.tsx';
import { useSearchTexts } from './use-search-texts.ts';

/** So long typing rests before what was typed is a place to come back to. */
const pauseMs = 250;

/**
 * Finds pages, actions, contacts and entries. A page or entry opens; of a contact it shows what the team has done with
 * them. The field is a combobox by the ARIA pattern: arrows move, Enter takes, Escape empties.
 * Who comes back finds what was looked for, selected, so that typing starts anew.
 */
export function FindView() {
  const { searchText, services } = usePane();
  const t = useMessages();
  const texts = useSearchTexts();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const kept = searchText.value;
  const [query, setQuery] = useState(kept);
  const [active, setActive] = useState(0);
  const [picked, setPicked] = useState<ContactHit>();
  useLayoutEffect(() => field.current?.select(), []);
  // What was gone back to stands here, too.
  const before = useRef(kept);
  useEffect(() => {
    if (before.current !== kept) setQuery((now) => (now.trim() === kept ? now : kept));
    before.current = kept;
  }, [kept]);
  const keep = () => {
    before.current = query.trim();
    searchText.value = before.current;
  };
  useEffect(() => {
    const typedOn = new AbortController();
    services.clock.after(pauseMs, typedOn.signal).then(keep, () => undefined); // typed on, or gone
    return () => typedOn.abort();
  }, [query]);
  const type = (text: string) => {
    setQuery(text);
    setActive(0);
  };
  const { groups, said, isLooking } = useFound(query, (hit) => {
    setPicked(hit);
    type('');
  });
  const options = groups.flatMap((group) => group.options);
  const take = (option: FoundOption | undefined) => {
    keep();
    option?.take();
  };
  const isAsked = query.trim() !== '';
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.isComposing) return;
    if (event.key === 'ArrowDown') setActive((at) => Math.min(options.length - 1, at + 1));
    else if (event.key === 'ArrowUp') setActive((at) => Math.max(0, at - 1));
    else if (event.key === 'Enter') take(options[active]);
    else if (event.key === 'Escape' && query !== '') type('');
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div class="view">
      <h1 class="title">{t.pane.find}</h1>
      <div class="search listbox">
        <label class="visually-hidden" for={id}>
          {texts.label}
        </label>
        <SearchIcon />
        <input
          ref={field}
          id={id}
          class="input search-input"
          type="text"
          role="combobox"
          autocomplete="off"
          spellcheck={false}
          placeholder={texts.label}
          maxLength={200}
          // biome-ignore lint/a11y/noAutofocus: the view was opened to search
          autoFocus
          aria-autocomplete="list"
          aria-expanded={isAsked && options.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={isAsked && options.length > 0 ? `${id}-list-${active}` : undefined}
          value={query}
          onInput={(event) => type(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
      </div>
      {isAsked && (
        <FoundList
          id={`${id}-list`}
          label={texts.results}
          groups={groups}
          active={active}
          activate={setActive}
          take={take}
        />
      )}
      <p class="hint" role="status">
        {!isAsked && !picked && texts.help}
        {isAsked && options.length === 0 && !isLooking && `${texts.none} `}
        {isAsked && said}
        {isAsked && options.length > 0 && <span class="visually-hidden">{texts.found(options.length)}</span>}
      </p>
      {picked && !isAsked && (
        <section class="block history">
          <p class="hint">{[picked.companyName, picked.contact.email].filter(Boolean).join(' · ')}</p>
          <ContactHistory key={picked.contact.id} contactId={picked.contact.id} name={picked.contact.name} />
        </section>
      )}
    </div>
  );
}
