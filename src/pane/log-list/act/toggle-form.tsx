import { useState } from 'preact/hooks';
import { toggleCanceled } from '../../../domain/toggle-canceled.ts';
import type { ShownEntry } from '../../../store/local-store.ts';
import { Button } from '../../components/button.tsx';
import { TextField } from '../../components/field.tsx';
import { useKeptDraft } from '../../state/kept-draft.ts';
import { usePane } from '../../state/pane-context.ts';
import { useLogListTexts } from '../use-log-list-texts.ts';
import type { DoneAct } from './done-act.ts';
import { cancelEntries, reinstateEntries } from './toggle-entries.ts';

/** Asks once, for one or many, and marks as canceled or reinstates (`domain.md` §9). */
export function ToggleForm({
  entries,
  leave,
  done,
}: {
  entries: readonly ShownEntry[];
  leave: () => void;
  done: (doneAct: DoneAct) => void;
}) {
  const pane = usePane();
  const t = useLogListTexts().act;
  const { kept = '', keep, drop } = useKeptDraft<string>(`why ${entries.map(({ entry }) => entry.id).join(' ')}`);
  const [why, setWhy] = useState(kept);
  const [isBusy, setBusy] = useState(false);
  const toggle = toggleCanceled(entries.map(({ entry }) => entry));
  const { to } = toggle;
  const ids = new Set(toggle.changing.map(({ id }) => id));
  const changing = entries.filter(({ entry }) => ids.has(entry.id));
  const count = changing.length;
  const same = entries.length - count;
  const save = async () => {
    if (isBusy) return;
    setBusy(true);
    const act = to === 'canceled' ? cancelEntries(changing, why, pane) : reinstateEntries(changing, pane);
    const result = await act.finally(() => setBusy(false));
    drop();
    done({ to, result });
  };
  return (
    <form
      class="cancel"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <p>
        <strong>{to === 'canceled' ? t.askCancel(count) : t.askReinstate(count)}</strong>
      </p>
      {same > 0 && <p class="hint">{t.as(same)}</p>}
      {to === 'canceled' && (
        <TextField
          label={t.why}
          maxLength={250}
          value={why}
          onInput={(event) => {
            setWhy(event.currentTarget.value);
            keep(event.currentTarget.value);
          }}
        />
      )}
      <div class="actions">
        <Button type="submit" kind="primary" aria-disabled={isBusy}>
          {to === 'canceled' ? t.cancel(count) : t.reinstate}
        </Button>
        <Button
          kind="subtle"
          onClick={() => {
            drop();
            leave();
          }}
        >
          {t.keep(count)}
        </Button>
      </div>
    </form>
  );
}
