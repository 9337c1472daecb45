import { useId, useState } from 'preact/hooks';
import { ContactHistory } from '../history/contact-history.tsx';
import { SearchIcon } from '../icons/icons.tsx';
import { useMessages, usePane } from '../state/pane-context.ts';
import { FoundList } from './found-list.tsx';
import { type ContactHit, useFound } from './use-found.tsx';
import { useSearchTexts } from './use-search-texts.ts';

/**
 * Finds pages, actions, contacts and entries. A page or entry opens; of a contact it shows what the team has done with
 * them. The field is a combobox by the ARIA pattern: arrows move, Enter takes, Escape empties.
 */
export function FindView() {
  const t = useMessages();
  const texts = useSearchTexts();
  const id = useId();
  const { sought } = usePane();
  const query = sought.value;
  const [active, setActive] = useState(0);
  const [picked, setPicked] = useState<ContactHit>();
  const type = (text: string) => {
    sought.value = text;
    setActive(0);
  };
  const { groups, said, isLooking } = useFound(query, (hit) => {
    setPicked(hit);
    type('');
  });
  const options = groups.flatMap((group) => group.options);
  const isAsked = query.trim() !== '';
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.isComposing) return;
    if (event.key === 'ArrowDown') setActive((at) => Math.min(options.length - 1, at + 1));
    else if (event.key === 'ArrowUp') setActive((at) => Math.max(0, at - 1));
    else if (event.key === 'Enter') options[active]?.take();
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
        <FoundList id={`${id}-list`} label={texts.results} groups={groups} active={active} activate={setActive} />
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
