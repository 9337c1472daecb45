import { useEffect, useState } from 'preact/hooks';
import type { EntryId } from '../../domain/ids.ts';
import { useTexts } from '../by-hand/use-texts.ts';
import { Button } from '../components/button.tsx';
import { Skeleton } from '../components/skeleton.tsx';
import { EntryRow } from '../history/entry-row.tsx';
import { EvaluateEntries } from '../history/evaluate-entries.tsx';
import { useMessages, usePane } from '../state/pane-context.ts';
import { useWatch } from '../state/use-watch.ts';

const pageSize = 40;

/** The newest entries that this device holds, of the whole team. */
export function TeamLogView() {
  const pane = usePane();
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
  const texts = useTexts();
  const [selected, setSelected] = useState<ReadonlySet<EntryId>>();
  const toggle = (id: EntryId, isOn: boolean) => {
    const next = new Set(selected);
    if (isOn) next.add(id);
    else next.delete(id);
    setSelected(next);
  };
  const chosen = (page?.rows ?? []).map(({ shown }) => shown).filter(({ entry }) => selected?.has(entry.id));
  return (
    <div class="view">
      <h1 class="title">{t.log.heading}</h1>
      <p class="hint">{t.log.help}</p>
      {!page && <Skeleton rows={8} label={t.pane.loading} />}
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
      {page?.rows.length === 0 && <p>{t.log.empty}</p>}
      <ul class="rows">
        {page?.rows.map(({ shown, name }) => (
          <EntryRow
            key={shown.entry.id}
            shown={shown}
            contactName={name}
            before={
              selected && (
                <span class="select-box">
                  <input
                    type="checkbox"
                    class="checkbox"
                    aria-label={texts.log.choose([shown.entry.description, name].filter(Boolean).join(', '))}
                    checked={selected.has(shown.entry.id)}
                    onChange={(event) => toggle(shown.entry.id, event.currentTarget.checked)}
                  />
                </span>
              )
            }
          />
        ))}
      </ul>
      {page && page.next !== null && (
        <Button kind="link" onClick={() => setLimit(limit + pageSize)}>
          {t.log.more}
        </Button>
      )}
      {page && page.next === null && page.rows.length > 0 && <p class="hint">{t.log.end}</p>}
      {selected && (
        <section class="selection" aria-label={texts.log.evaluateAll}>
          <p class="hint" role="status">
            {texts.log.selected(chosen.length)}
          </p>
          {chosen.length > 0 && <EvaluateEntries entries={chosen} done={() => setSelected(undefined)} />}
        </section>
      )}
    </div>
  );
}
