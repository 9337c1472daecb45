import type { RefObject } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import * as v from 'valibot';
import { LogFilter } from '../../../domain/log-filter.ts';
import { Button } from '../../components/button.tsx';
import { SearchIcon } from '../../icons/icons.tsx';
import { usePane } from '../../state/pane-context.ts';
import { useLogListTexts } from '../use-log-list-texts.ts';
import { FilterChips } from './filter-chips.tsx';
import { FilterPanel } from './filter-panel.tsx';
import { countOf, queryOf, withPart } from './filter-query.ts';
import { hasPart, quickFilters, withoutPart } from './quick-filters.ts';
import { readSavedFilters, type SavedFilter } from './saved-filters.ts';

/** Typing is not looked up letter by letter. */
const pauseMs = 250;

/** How many saved filters have room beside the others. */
const mostBeside = 6;

/** Words, often used narrowings, all others behind a button, and what is set. */
export function FilterBar({ words }: { words: RefObject<HTMLInputElement | null> }) {
  const pane = usePane();
  const t = useLogListTexts();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const [saved, setSaved] = useState<readonly SavedFilter[]>(() => readSavedFilters(pane));
  const { logFilter } = pane;
  const filter = logFilter.value;
  const count = countOf(filter);
  return (
    <div class="filter-bar">
      <div class="filter-first">
        <FilterWords words={words} />
        <Button data-place="savedFilters" aria-expanded={isOpen} aria-controls={id} onClick={() => setOpen(!isOpen)}>
          {count === 0 ? t.filter.open : t.filter.openCount(count)}
        </Button>
      </div>
      <fieldset class="quick-filters">
        <legend class="visually-hidden">{t.filter.quick}</legend>
        {quickFilters(pane, t).map(({ text, part }) => {
          const isSet = hasPart(filter, part);
          return (
            <button
              type="button"
              key={text}
              class="quick-filter"
              aria-pressed={isSet}
              onClick={() => {
                logFilter.value = isSet ? withoutPart(filter, part) : { ...filter, ...part };
              }}
            >
              {text}
            </button>
          );
        })}
        {/* In the panel they are all, to be renamed and deleted as well. */}
        {!isOpen &&
          saved.slice(0, pane.isWide.value ? mostBeside : 2).map((one) => (
            <button
              type="button"
              key={`saved ${one.name}`}
              class="quick-filter"
              aria-pressed={queryOf(filter) === queryOf(one.filter)}
              onClick={() => {
                logFilter.value = one.filter;
              }}
            >
              {one.name}
            </button>
          ))}
      </fieldset>
      {isOpen && <FilterPanel id={id} saved={saved} setSaved={setSaved} />}
      <FilterChips filter={filter} change={(next) => (logFilter.value = next)} />
    </div>
  );
}

function FilterWords({ words }: { words: RefObject<HTMLInputElement | null> }) {
  const { logFilter, services } = usePane();
  const t = useLogListTexts();
  const set = logFilter.value.text ?? '';
  const [typed, setTyped] = useState(set);
  const waiting = useRef(new AbortController());
  // Words that were set or taken away elsewhere stand here, too.
  useEffect(() => setTyped((now) => (now.trim() === set ? now : set)), [set]);
  useEffect(() => () => waiting.current.abort(), []);
  const take = (text: string) => {
    const parsed = v.safeParse(LogFilter, { text });
    logFilter.value = withPart(logFilter.peek(), 'text', parsed.success ? parsed.output.text : undefined);
  };
  const type = (text: string) => {
    setTyped(text);
    waiting.current.abort();
    waiting.current = new AbortController();
    services.clock.after(pauseMs, waiting.current.signal).then(
      () => take(text),
      () => undefined, // typed on, or gone
    );
  };
  return (
    <div class="search">
      <SearchIcon />
      <input
        ref={words}
        class="input search-input"
        type="search"
        autocomplete="off"
        spellcheck={false}
        maxLength={200}
        aria-label={t.filter.words}
        placeholder={t.filter.words}
        value={typed}
        onInput={(event) => type(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          waiting.current.abort();
          take(typed);
        }}
      />
    </div>
  );
}
