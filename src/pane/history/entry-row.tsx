import '../theme/history.css';
import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { entryStatus } from '../../domain/entry-status.ts';
import { lazyPart } from '../components/lazy-part.tsx';
import { EntryBadges, EntryStateChips } from '../log-list/entry-state.tsx';
import type { ListRow } from '../log-list/merge-rows.ts';
import { usePane } from '../state/pane-context.ts';
import { whoInShort, whoLogged } from '../state/who.ts';

export const EntryDetails = lazyPart(async () => (await import('./entry-details.tsx')).EntryDetails, 2);

/** One entry in a line: when, what, who, and its state; it opens to everything else and to what can be done with it. */
export function EntryRow({
  shown,
  contactName,
  before,
}: {
  shown: ListRow;
  contactName?: string | undefined;
  /** Stands before the line, such as a box to select it. */
  before?: ComponentChildren;
}) {
  const pane = usePane();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const { entry } = shown;
  const status = entryStatus(entry);
  const { format, today } = pane;
  return (
    <li class={`row row-${status}`}>
      <div class={before ? 'select-line' : undefined}>
        {before}
        <button
          type="button"
          class="row-line"
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setOpen(!isOpen)}
        >
          <span class="row-day">{format.value.nearDay(entry.day, today.value)}</span>
          <span class="row-what">
            <span class="row-description">{entry.description}</span>
            {contactName && <span class="row-contact">{contactName}</span>}
          </span>
          <span class="row-who" title={whoLogged(entry, pane)}>
            {whoInShort(entry, pane)}
          </span>
          <span class="row-chips">
            <EntryStateChips row={shown} />
            <EntryBadges row={shown} />
          </span>
        </button>
      </div>
      <div id={id} hidden={!isOpen}>
        {isOpen && <EntryDetails shown={shown} />}
      </div>
    </li>
  );
}
