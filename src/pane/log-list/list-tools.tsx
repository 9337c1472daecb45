import { useId } from 'preact/hooks';
import { Button } from '../components/button.tsx';
import type { PlaceId } from '../search/texts-en.ts';
import { useMessages, usePane } from '../state/pane-context.ts';
import { ExportList } from '../whole-log/export-list.tsx';
import { ColumnChooser } from './columns/column-chooser.tsx';
import type { TableLook } from './columns/log-columns.ts';
import { KeyHelp } from './key-help.tsx';
import { useLogListTexts } from './use-log-list-texts.ts';

/** What is unfolded above the list. */
export type Unfolded = 'columns' | 'keys' | 'export';

/** What the search calls them. */
const placeOf: Record<Unfolded, PlaceId> = { columns: 'columns', keys: 'keys', export: 'saveLog' };

/** What can be done with the list as a whole, and how it looks. */
export function ListTools({
  unfolded,
  unfold,
  isSelecting,
  setSelecting,
  look,
  change,
  setLetters,
}: {
  unfolded: Unfolded | undefined;
  unfold: (part: Unfolded | undefined) => void;
  isSelecting: boolean;
  setSelecting: (isOn: boolean) => void;
  look: TableLook;
  change: (look: TableLook) => void;
  setLetters: (isOn: boolean) => void;
}) {
  const pane = usePane();
  const { menu } = useMessages();
  const t = useLogListTexts();
  const id = useId();
  const filter = pane.logFilter.value;
  const isWide = pane.isWide.value;
  const parts: [Unfolded, string][] = [
    ...(isWide ? [['columns', t.choose.open] as [Unfolded, string]] : []),
    // The whole team's log as a file is for managers and admins, as the server holds it; one's own is in the settings.
    ...(pane.services.device.actor.role === 'salesperson' ? [] : [['export', t.export] as [Unfolded, string]]),
    ['keys', t.keys.open],
  ];
  return (
    <>
      <div class="actions actions-tight">
        <Button kind="link" onClick={() => (pane.view.value = 'new')}>
          {menu.new}
        </Button>
        {!isWide && (
          <Button kind="link" aria-pressed={isSelecting} onClick={() => setSelecting(!isSelecting)}>
            {isSelecting ? t.select.stop : t.select.start}
          </Button>
        )}
        <Button kind="link" onClick={() => pane.openSummary(filter)}>
          {menu.summary}
        </Button>
        {parts.map(([part, text]) => (
          <Button
            key={part}
            kind="link"
            data-place={placeOf[part]}
            aria-expanded={unfolded === part}
            aria-controls={id}
            onClick={() => unfold(unfolded === part ? undefined : part)}
          >
            {text}
          </Button>
        ))}
      </div>
      <div id={id} data-place={unfolded && placeOf[unfolded]}>
        {unfolded === 'columns' && isWide && <ColumnChooser look={look} change={change} />}
        {unfolded === 'keys' && <KeyHelp changed={setLetters} />}
        {unfolded === 'export' && <ExportList filter={filter} />}
      </div>
    </>
  );
}
