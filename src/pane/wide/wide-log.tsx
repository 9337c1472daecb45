import { useEffect, useRef, useState } from 'preact/hooks';
import type { EntryId } from '../../domain/ids.ts';
import { Button } from '../components/button.tsx';
import { Skeleton } from '../components/skeleton.tsx';
import { ContactHistory } from '../history/contact-history.tsx';
import { EntryDetails } from '../history/entry-row.tsx';
import { useSetUpTexts } from '../set-up/use-texts.ts';
import { useMessages } from '../state/pane-context.ts';
import { useWatch } from '../state/use-watch.ts';
import { LogTable } from './log-table.tsx';
import { readLogTable } from './read-log-table.ts';

const pageSize = 50;

/** The log as a table, and beside it the chosen entry with the history of its contact. */
export function WideLog() {
  const t = useMessages();
  const words = useSetUpTexts();
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
  const row = page?.rows.find(({ shown }) => shown.entry.id === chosen);
  return (
    <div class="view view-wide">
      <h1 class="title">{t.log.heading}</h1>
      <p class="hint">
        {t.log.help} {words.log.chooseOne}
      </p>
      {!page && <Skeleton rows={12} label={t.pane.loading} />}
      {page?.rows.length === 0 && <p>{t.log.empty}</p>}
      {page && page.rows.length > 0 && (
        <div class={row ? 'wide-log wide-log-both' : 'wide-log'}>
          <div class="log-list">
            <LogTable rows={page.rows} chosen={chosen} choose={setChosen} />
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
