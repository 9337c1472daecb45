import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../components/button.tsx';
import { ContactHistory } from '../history/contact-history.tsx';
import { EntryDetails } from '../history/entry-row.tsx';
import { useSetUpTexts } from '../set-up/use-texts.ts';
import type { ListRow } from './merge-rows.ts';
import { useLogListTexts } from './use-log-list-texts.ts';

/** The chosen entry beside the table, with the history of its contact. */
export function BesideList({ row, leave }: { row: ListRow; leave: () => void }) {
  const t = useLogListTexts();
  const words = useSetUpTexts();
  const part = useRef<HTMLElement>(null);
  const { entry, contact, company } = row;
  useEffect(() => part.current?.focus({ preventScroll: true }), [entry.id]);
  return (
    <section class="log-chosen" aria-label={words.log.chosen} ref={part} tabIndex={-1}>
      <h2 class="title">{entry.description}</h2>
      <p class="hint">{[contact?.name, company?.name].filter(Boolean).join(' · ')}</p>
      <div class="actions actions-tight">
        <Button kind="link" onClick={leave}>
          {t.act.close}
        </Button>
      </div>
      <EntryDetails key={entry.id} shown={row} />
      <section class="history" aria-label={words.log.history}>
        <ContactHistory key={entry.contactId} contactId={entry.contactId} name={contact?.name ?? ''} />
      </section>
    </section>
  );
}
