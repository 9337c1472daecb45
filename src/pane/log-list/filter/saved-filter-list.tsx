import { useState } from 'preact/hooks';
import { Button } from '../../components/button.tsx';
import { TextField } from '../../components/field.tsx';
import { usePane } from '../../state/pane-context.ts';
import { useLogListTexts } from '../use-log-list-texts.ts';
import { countOf } from './filter-query.ts';
import { readSavedFilters, removeFilter, renameFilter, saveFilter } from './saved-filters.ts';

/** The filters that were saved by name: to be set, renamed and deleted; and the one that is set, to be saved. */
export function SavedFilterList() {
  const pane = usePane();
  const t = useLogListTexts().filter;
  const [saved, setSaved] = useState(() => readSavedFilters(pane));
  const [name, setName] = useState('');
  const [renamed, setRenamed] = useState<{ from: string; to: string }>();
  const filter = pane.logFilter.value;
  const save = () => {
    const chosen = name.trim();
    if (chosen === '') return;
    setSaved(saveFilter(pane, chosen, filter));
    setName('');
    pane.announce(t.savedAs(chosen));
  };
  const rename = () => {
    const chosen = renamed?.to.trim();
    if (renamed && chosen) setSaved(renameFilter(pane, renamed.from, chosen));
    setRenamed(undefined);
  };
  return (
    <section class="saved-filters" aria-label={t.saved}>
      {saved.length > 0 && <h3 class="heading">{t.saved}</h3>}
      <ul>
        {saved.map((one) => (
          <li key={one.name} class="saved-filter">
            {renamed?.from === one.name ? (
              <form
                class="saved-form"
                onSubmit={(event) => {
                  event.preventDefault();
                  rename();
                }}
              >
                <TextField
                  label={t.newName(one.name)}
                  quiet
                  autoFocus
                  maxLength={60}
                  value={renamed.to}
                  onInput={(event) => setRenamed({ from: one.name, to: event.currentTarget.value })}
                />
                <Button type="submit">{t.rename}</Button>
              </form>
            ) : (
              <>
                <Button kind="link" class="saved-name" onClick={() => (pane.logFilter.value = one.filter)}>
                  {one.name}
                </Button>
                <Button
                  kind="link"
                  aria-label={t.renameOf(one.name)}
                  onClick={() => setRenamed({ from: one.name, to: one.name })}
                >
                  {t.rename}
                </Button>
                <Button
                  kind="link"
                  aria-label={t.removeOf(one.name)}
                  onClick={() => setSaved(removeFilter(pane, one.name))}
                >
                  {t.remove1}
                </Button>
              </>
            )}
          </li>
        ))}
      </ul>
      {countOf(filter) > 0 && (
        <form
          class="saved-form"
          onSubmit={(event) => {
            event.preventDefault();
            save();
          }}
        >
          <TextField
            label={t.name}
            hint={t.here}
            maxLength={60}
            value={name}
            onInput={(event) => setName(event.currentTarget.value)}
          />
          <Button type="submit" aria-disabled={name.trim() === ''}>
            {t.save}
          </Button>
        </form>
      )}
    </section>
  );
}
