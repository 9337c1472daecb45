import { useRef, useState } from 'preact/hooks';
import { Button } from '../../components/button.tsx';
import { TextField } from '../../components/field.tsx';
import { usePane } from '../../state/pane-context.ts';
import { useLogListTexts } from '../use-log-list-texts.ts';
import { movingIn } from './moving-days.ts';
import { mostSaved, type SavedFilter, type Saving, saveFilter } from './saved-filters.ts';

/** Saves the filter that is set by name. A name that is taken is taken over only by a button that says so. */
export function SaveFilter({
  count,
  done,
}: {
  /** How many are saved. */
  count: number;
  done: (saved: readonly SavedFilter[]) => void;
}) {
  const pane = usePane();
  const t = useLogListTexts().filter;
  const [name, setName] = useState('');
  const [refused, setRefused] = useState<Saving & { ok: false }>();
  const form = useRef<HTMLFormElement>(null);
  const filter = pane.logFilter.value;
  const moving = movingIn(filter, pane.today.value);
  const save = (replaces: boolean) => {
    const chosen = name.trim();
    if (chosen === '') return;
    const result = saveFilter(pane, chosen, filter, replaces);
    setRefused(result.ok ? undefined : result);
    if (!result.ok) return;
    done(result.saved);
    setName('');
    pane.announce(t.savedAs(chosen));
    // The button that replaces goes away with what it did.
    if (replaces) form.current?.querySelector('input')?.focus();
  };
  return (
    <form
      class="saved-form"
      ref={form}
      onSubmit={(event) => {
        event.preventDefault();
        save(false);
      }}
    >
      <TextField
        label={t.name}
        hint={moving ? `${t.moves(t.moving[moving])} ${t.here}` : t.here}
        maxLength={60}
        value={name}
        aria-invalid={refused?.why === 'taken'}
        onInput={(event) => {
          setName(event.currentTarget.value);
          setRefused(undefined);
        }}
      />
      <Button type="submit" aria-disabled={name.trim() === ''}>
        {t.save}
      </Button>
      {refused?.why === 'full' && count >= mostSaved && (
        <p class="hint" role="alert">
          {t.full(mostSaved)}
        </p>
      )}
      {refused?.why === 'taken' && (
        <p class="hint" role="alert">
          {t.taken(refused.by)}
        </p>
      )}
      {refused?.why === 'taken' && <Button onClick={() => save(true)}>{t.replace(refused.by)}</Button>}
    </form>
  );
}
