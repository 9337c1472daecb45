import { useState } from 'preact/hooks';
import { Button } from '../../components/button.tsx';
import { TextField } from '../../components/field.tsx';
import { usePane } from '../../state/pane-context.ts';
import { useLogListTexts } from '../use-log-list-texts.ts';
import { renameFilter, type SavedFilter } from './saved-filters.ts';

/** Gives a saved filter another name; Escape and a button leave it as it is. */
export function RenameFilter({
  name,
  leave,
  done,
}: {
  name: string;
  leave: () => void;
  done: (saved: readonly SavedFilter[], name: string) => void;
}) {
  const pane = usePane();
  const t = useLogListTexts().filter;
  const [typed, setTyped] = useState(name);
  const [takenBy, setTakenBy] = useState<string>();
  const rename = () => {
    const chosen = typed.trim();
    if (chosen === '' || chosen === name) return leave();
    const result = renameFilter(pane, name, chosen);
    if (result.ok) done(result.saved, chosen);
    else if (result.why === 'taken') setTakenBy(result.by);
  };
  return (
    <form
      class="saved-form"
      onSubmit={(event) => {
        event.preventDefault();
        rename();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        leave();
      }}
    >
      <TextField
        label={t.newName(name)}
        quiet
        autoFocus
        maxLength={60}
        value={typed}
        aria-invalid={takenBy !== undefined}
        onInput={(event) => {
          setTyped(event.currentTarget.value);
          setTakenBy(undefined);
        }}
      />
      <Button type="submit">{t.rename}</Button>
      <Button kind="subtle" onClick={leave}>
        {t.keepName}
      </Button>
      {takenBy !== undefined && (
        <p class="hint" role="alert">
          {t.taken(takenBy)}
        </p>
      )}
    </form>
  );
}
