import { useState } from 'preact/hooks';
import { Button } from '../../components/button.tsx';
import { TextField } from '../../components/field.tsx';
import { usePane } from '../../state/pane-context.ts';
import { useLogListTexts } from '../use-log-list-texts.ts';
import { countOf } from './filter-query.ts';
import { movingIn } from './moving-days.ts';
import { mostSaved, removeFilter, renameFilter, type SavedFilter, saveFilter } from './saved-filters.ts';

/** The filters that were saved by name: to be set, renamed and deleted; and the one that is set, to be saved. */
export function SavedFilterList({
  saved,
  setSaved,
}: {
  saved: readonly SavedFilter[];
  setSaved: (saved: readonly SavedFilter[]) => void;
}) {
  const pane = usePane();
  const t = useLogListTexts().filter;
  const [name, setName] = useState('');
  const [isFull, setFull] = useState(false);
  const [renamed, setRenamed] = useState<{ from: string; to: string; isTaken?: boolean }>();
  const filter = pane.logFilter.value;
  const moving = movingIn(filter, pane.today.value);
  const save = () => {
    const chosen = name.trim();
    if (chosen === '') return;
    const result = saveFilter(pane, chosen, filter);
    setFull(!result.ok);
    if (!result.ok) return;
    setSaved(result.saved);
    setName('');
    pane.announce(t.savedAs(chosen));
  };
  const rename = () => {
    const chosen = renamed?.to.trim();
    const result = renamed && chosen ? renameFilter(pane, renamed.from, chosen) : undefined;
    if (result?.ok) setSaved(result.saved);
    setRenamed(renamed && result?.ok === false ? { ...renamed, isTaken: true } : undefined);
  };
  return (
    <section class="saved-filters" aria-label={t.saved} data-place="savedFilters">
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
                  aria-invalid={renamed.isTaken === true}
                  onInput={(event) => setRenamed({ from: one.name, to: event.currentTarget.value })}
                />
                <Button type="submit">{t.rename}</Button>
                {renamed.isTaken && (
                  <p class="hint" role="alert">
                    {t.taken(renamed.to.trim())}
                  </p>
                )}
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
                  onClick={() => {
                    setFull(false);
                    setSaved(removeFilter(pane, one.name));
                  }}
                >
                  {t.remove1}
                </Button>
              </>
            )}
          </li>
        ))}
      </ul>
      {saved.length === 0 && countOf(filter) === 0 && <p class="hint">{t.noneSaved}</p>}
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
            hint={moving ? `${t.moves(t.moving[moving])} ${t.here}` : t.here}
            maxLength={60}
            value={name}
            onInput={(event) => setName(event.currentTarget.value)}
          />
          <Button type="submit" aria-disabled={name.trim() === ''}>
            {t.save}
          </Button>
          {isFull && (
            <p class="hint" role="alert">
              {t.full(mostSaved)}
            </p>
          )}
        </form>
      )}
    </section>
  );
}
