import { entryStatus } from '../../domain/entry-status.ts';
import type { EntryId } from '../../domain/ids.ts';
import { describe } from '../../domain/template-defaults.ts';
import { useTexts } from '../by-hand/use-texts.ts';
import { Chip } from '../components/chip.tsx';
import { useSetUpTexts } from '../set-up/use-texts.ts';
import { useMessages, usePane } from '../state/pane-context.ts';
import { whoLogged } from '../state/who.ts';
import type { TableRow } from './read-log-table.ts';

const columns = [
  'status',
  'day',
  'template',
  'description',
  'contact',
  'company',
  'evaluation',
  'cost',
  'minutes',
  'salesperson',
  'campaign',
  'entryNo',
  'comment',
] as const;
const numbers: readonly string[] = ['cost', 'minutes', 'entryNo', 'comment'];

/** Which entries are selected, and how that changes. */
export interface Selection {
  ids: ReadonlySet<EntryId>;
  toggle(id: EntryId, isOn: boolean): void;
}

/** The log with the columns that are visible at first in NAV (`domain.md` §7), newest first. */
export function LogTable({
  rows,
  chosen,
  choose,
  selection,
}: {
  rows: readonly TableRow[];
  /** Given while entries are being selected. */
  selection: Selection | undefined;
  chosen: EntryId | undefined;
  choose: (id: EntryId) => void;
}) {
  const t = useMessages();
  const words = useSetUpTexts();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section class="scroll-x" tabIndex={0} aria-label={t.log.heading}>
      <table class="log-table">
        <caption class="visually-hidden">{t.log.heading}</caption>
        <thead>
          <tr>
            {selection && (
              <td>
                <span class="visually-hidden">{words.log.selected}</span>
              </td>
            )}
            {columns.map((column) => (
              <th key={column} scope="col" class={numbers.includes(column) ? 'in-figures' : ''}>
                {words.log.columns[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Line
              key={row.shown.entry.id}
              row={row}
              isChosen={row.shown.entry.id === chosen}
              choose={choose}
              selection={selection}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Line({
  row,
  isChosen,
  choose,
  selection,
}: {
  row: TableRow;
  isChosen: boolean;
  choose: (id: EntryId) => void;
  selection: Selection | undefined;
}) {
  const texts = useTexts();
  const pane = usePane();
  const t = useMessages();
  const { shown, contactName, companyName, comments } = row;
  const { entry, pending } = shown;
  const { setup, language } = pane;
  const format = pane.format.value;
  const status = entryStatus(entry);
  const template = setup.value?.templates.find(({ id }) => id === entry.templateCode);
  const campaign = setup.value?.campaigns.find(({ id }) => id === entry.campaignCode);
  const currency = setup.value?.workspace?.currency;
  const open = () => choose(entry.id);
  return (
    <tr class={`is-${status}`} aria-current={isChosen ? 'true' : undefined} onClick={open}>
      {selection && (
        <td>
          <input
            type="checkbox"
            class="checkbox"
            aria-label={texts.log.choose([entry.description, contactName].filter(Boolean).join(', '))}
            checked={selection.ids.has(entry.id)}
            onClick={(event) => event.stopPropagation()}
            onChange={(event) => selection.toggle(entry.id, event.currentTarget.checked)}
          />
        </td>
      )}
      <td>
        {status !== 'recorded' && (
          <Chip tone={status === 'canceled' ? 'neutral' : 'warning'}>{t.history.statuses[status]}</Chip>
        )}
        {pending.length > 0 && <Chip tone="brand">{t.history.waiting}</Chip>}
      </td>
      <td class="day">{format.fullDay(entry.day)}</td>
      <td>{template ? describe(template, [language.value]) : entry.templateCode}</td>
      <td class="description">
        <button type="button" class="log-open">
          {entry.description}
        </button>
      </td>
      <td>{contactName}</td>
      <td>{companyName}</td>
      <td>{entry.evaluation === '' ? '' : t.form.evaluations[entry.evaluation]}</td>
      <td class="in-figures">
        {entry.cost > 0 && (currency ? format.money(entry.cost, currency) : format.number(entry.cost))}
      </td>
      <td class="in-figures">{entry.minutes > 0 && format.number(entry.minutes)}</td>
      <td>{whoLogged(entry, pane)}</td>
      <td>{campaign?.description ?? entry.campaignCode}</td>
      <td class="in-figures">{entry.entryNo === null ? '' : format.number(entry.entryNo)}</td>
      <td class="in-figures">{comments > 0 && format.number(comments)}</td>
    </tr>
  );
}
