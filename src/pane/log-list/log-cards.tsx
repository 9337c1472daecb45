import { usePane } from '../state/pane-context.ts';
import { whoInShort, whoLogged } from '../state/who.ts';
import { EntryBadges, EntryStateChips } from './entry-state.tsx';
import { foundIn } from './found-in.ts';
import { Marked } from './marked.tsx';
import type { ListRow } from './merge-rows.ts';

/** The one cell of a row where there is little room: when, what, with whom, who, and the state. */
export function LogCard({ row, sought }: { row: ListRow; sought: readonly string[] }) {
  const pane = usePane();
  const { entry, contact, company } = row;
  const { format, today } = pane;
  const found = foundIn(row, sought);
  return (
    <td>
      <div class="row-line">
        <span class="row-day">{format.value.nearDay(entry.day, today.value)}</span>
        <span class="row-what">
          <button type="button" class="row-description" tabIndex={-1}>
            <Marked text={entry.description} sought={sought} />
          </button>
          <span class="row-contact">
            <Marked text={[contact?.name, company?.name].filter(Boolean).join(' · ')} sought={sought} />
          </span>
          {found !== undefined && (
            <span class="row-found">
              <Marked text={found} sought={sought} />
            </span>
          )}
        </span>
        <span class="row-who" title={whoLogged(entry, pane)}>
          {whoInShort(entry, pane)}
        </span>
        <span class="row-chips">
          <EntryStateChips row={row} />
          <EntryBadges row={row} />
        </span>
      </div>
    </td>
  );
}
