import type { LogFilter } from '../../domain/log-filter.ts';
import { Button } from '../components/button.tsx';
import { useMessages, usePane } from '../state/pane-context.ts';
import { useLogListTexts } from './use-log-list-texts.ts';

/** The ways from whatever entries have in common to the list of them and to what they sum up to. */
export function OpenLogLink({ filter }: { filter: LogFilter }) {
  const pane = usePane();
  const { menu } = useMessages();
  const t = useLogListTexts();
  return (
    <p class="actions actions-tight">
      <Button kind="link" onClick={() => pane.openLog(filter)}>
        {t.showInLog}
      </Button>
      <Button kind="link" onClick={() => pane.openSummary(filter)}>
        {menu.summary}
      </Button>
    </p>
  );
}
