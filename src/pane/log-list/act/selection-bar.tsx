import { toggleCanceled } from '../../../domain/toggle-canceled.ts';
import { Button } from '../../components/button.tsx';
import type { KeyAct } from '../list-keys.ts';
import type { ListRow } from '../merge-rows.ts';
import { useLogListTexts } from '../use-log-list-texts.ts';

/** How many are selected and what can be done with them: all of it with one, the rest with many. */
export function SelectionBar({
  entries,
  act,
  clear,
}: {
  entries: readonly ListRow[];
  act: (kind: KeyAct['do']) => void;
  clear: () => void;
}) {
  const t = useLogListTexts();
  const { to } = toggleCanceled(entries.map(({ entry }) => entry));
  const ofOne: [KeyAct['do'], string][] = [
    ['comment', t.act.comment],
    ['follow-up', t.act.followUp],
    ['correct', t.act.correct],
    ['again', t.act.again],
    ['open', t.act.open],
  ];
  const acts: [KeyAct['do'], string][] = [
    ['toggle', to === 'canceled' ? t.act.cancel(entries.length) : t.act.reinstate],
    ['evaluate', t.act.evaluate],
    ...(entries.length === 1 ? ofOne : []),
  ];
  return (
    <div class="actions actions-tight">
      <span class="hint" role="status">
        {t.select.count(entries.length)}
      </span>
      {entries.length > 0 &&
        acts.map(([kind, text]) => (
          <Button key={kind} kind="link" onClick={() => act(kind)}>
            {text}
          </Button>
        ))}
      {entries.length > 0 && (
        <Button kind="link" onClick={clear}>
          {t.select.clear}
        </Button>
      )}
    </div>
  );
}
