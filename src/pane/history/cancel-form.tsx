import { useState } from 'preact/hooks';
import type { ShownEntry } from '../../store/local-store.ts';
import { Button } from '../components/button.tsx';
import { TextField } from '../components/field.tsx';
import { useMessages, usePane } from '../state/pane-context.ts';
import { cancelEntry } from './entry-actions.ts';

/** Asks why, and cancels the entry. */
export function CancelForm({ shown, leave }: { shown: ShownEntry; leave: () => void }) {
  const pane = usePane();
  const t = useMessages();
  const [why, setWhy] = useState('');
  return (
    <form
      class="cancel"
      onSubmit={(event) => {
        event.preventDefault();
        void cancelEntry(shown, why, pane).then((kept) => {
          if (kept) leave();
        });
      }}
    >
      <TextField
        label={t.history.cancelWhy}
        maxLength={250}
        value={why}
        autoFocus
        onInput={(event) => setWhy(event.currentTarget.value)}
      />
      <div class="actions">
        <Button type="submit">{t.history.cancelConfirm}</Button>
        <Button kind="subtle" onClick={leave}>
          {t.history.keep}
        </Button>
      </div>
    </form>
  );
}
