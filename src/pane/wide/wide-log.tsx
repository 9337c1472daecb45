import { useEffect, useRef, useState } from 'preact/hooks';
import type { EntryId } from '../../domain/ids.ts';
import { useTexts } from '../by-hand/use-texts.ts';
import { Button } from '../components/button.tsx';
import { Skeleton } from '../components/skeleton.tsx';
import { ContactHistory } from '../history/contact-history.tsx';
import { EntryDetails } from '../history/entry-row.tsx';
import { EvaluateEntries } from '../history/evaluate-entries.tsx';
import { useSetUpTexts } from '../set-up/use-texts.ts';
import { useMessages, usePane } from '../state/pane-context.ts';
import { useWatch } from '../state/use-watch.ts';
import { LogTable } from './log-table.tsx';
import { readLogTable } from './read-log-table.ts';

const pageSize = 50;

/** The log as a table, and beside it the chosen entry with the history of its contact. */
export function WideLog() {
  const t = useMessages();
  const words = useSetUpTexts();
  const texts = useTexts();
  const pane = usePane();
  const [selected, setSelected] = useState<ReadonlySet<EntryId>>();
  const [limit, setLimit] = useState(pageSize);
  const [chosen, setChosen] = useState<EntryId>();
  const read = useWatch(`table ${limit}`, (reader) => readLogTable(reader, limit));
  const [kept, setKept] = useState(read);
  useEffect(() => {
    if (read) setKept(read);
  }, [read]);
  const part = useRef<HTMLElement>(null);
  useEffect(() => {
    if (chosen) part.current?.focus({ preventScroll: true });
  }, [chosen]);
  const page = read ?? kept;
  const selection = selected && {
    ids: selected,
    toggle: (id: EntryId, isOn: boolean) => {
      const next = new Set(selected);
      if (isOn) next.add(id);
      else next.delete(id);
      setSelected(next);
    },
  };
  const picked = (page?.rows ?? []).map(({ shown }) => shown).filter(({ entry }) => selected?.has(entry.id));
  const row = page?.rows.find(({ shown }) => shown.entry.id === chosen);
  return (
    <div class="view view-wide">
      <h1 class="title">{t.log.heading}</h1>
      <p class="hint">
        {t.log.help} {words.log.chooseOne}
      </p>
      <div class="actions actions-tight">
        <Button kind="link" onClick={() => (pane.view.value = 'new')}>
          {t.menu.new}
        </Button>
        <Button
          kind="link"
          aria-pressed={selected !== undefined}
          onClick={() => setSelected(selected ? undefined : new Set())}
        >
          {selected ? texts.log.stop : texts.log.select}
        </Button>
      </div>
      {selected && (
        <section class="wide-selection" aria-label={texts.log.evaluateAll}>
          <p class="hint" role="status">
            {texts.log.selected(picked.length)}
          </p>
          {picked.length > 0 && <EvaluateEntries entries={picked} done={() => setSelected(undefined)} />}
        </section>
      )}
      {!page && <Skeleton rows={12} label={t.pane.loading} />}
      {page?.rows.length === 0 && <p>{t.log.empty}</p>}
      {page && page.rows.length > 0 && (
        <div class={row ? 'wide-log wide-log-both' : 'wide-log'}>
          <div class="log-list">
            <LogTable rows={page.rows} chosen={chosen} choose={setChosen} selection={selection} />
            {page.isAll ? (
              <p class="hint">{t.log.end}</p>
            ) : (
              <Button kind="link" onClick={() => setLimit(limit + pageSize)}>
                {t.log.more}
              </Button>
            )}
          </div>
          {row && (
            <section class="log-chosen" aria-label={words.log.chosen} ref={part} tabIndex={-1}>
              <h2 class="title">{row.shown.entry.description}</h2>
              <p class="hint">{[row.contactName, row.companyName].filter(Boolean).join(' · ')}</p>
              <EntryDetails key={row.shown.entry.id} shown={row.shown} />
              <section class="history" aria-label={words.log.history}>
                <ContactHistory
                  key={row.shown.entry.contactId}
                  contactId={row.shown.entry.contactId}
                  name={row.contactName}
                />
              </section>
            </section>
          )}
        </div>
      )}
    </div>
  );
}
