import { useEffect, useState } from 'preact/hooks';
import { Button } from '../components/button.tsx';
import { Skeleton } from '../components/skeleton.tsx';
import { EntryRow } from '../history/entry-row.tsx';
import { useMessages } from '../state/pane-context.ts';
import { useWatch } from '../state/use-watch.ts';

const pageSize = 40;

/** The newest entries that this device holds, of the whole team. */
export function TeamLogView() {
  const t = useMessages();
  const [limit, setLimit] = useState(pageSize);
  const read = useWatch(`log ${limit}`, async (reader) => {
    const { entries, next } = await reader.log({ limit });
    const ids = new Set(entries.map(({ entry }) => entry.contactId));
    const contacts = await Promise.all([...ids].map((id) => reader.contact(id)));
    const names = new Map(contacts.flatMap((contact) => (contact ? [[contact.id, contact.name] as const] : [])));
    return { rows: entries.map((shown) => ({ shown, name: names.get(shown.entry.contactId) })), next };
  });
  const [kept, setKept] = useState(read);
  useEffect(() => {
    if (read) setKept(read);
  }, [read]);
  const page = read ?? kept;
  return (
    <div class="view">
      <h1 class="title">{t.log.heading}</h1>
      <p class="hint">{t.log.help}</p>
      {!page && <Skeleton rows={8} label={t.pane.loading} />}
      {page?.rows.length === 0 && <p>{t.log.empty}</p>}
      <ul class="rows">
        {page?.rows.map(({ shown, name }) => (
          <EntryRow key={shown.entry.id} shown={shown} contactName={name} />
        ))}
      </ul>
      {page && page.next !== null && (
        <Button kind="link" onClick={() => setLimit(limit + pageSize)}>
          {t.log.more}
        </Button>
      )}
      {page && page.next === null && page.rows.length > 0 && <p class="hint">{t.log.end}</p>}
    </div>
  );
}
