import type { LogFilter } from '../../domain/log-filter.ts';
import { Button } from '../components/button.tsx';
import { usePane } from '../state/pane-context.ts';
import { useLogListTexts } from './use-log-list-texts.ts';

/** The way from whatever entries have in common to the list of them. */
export function OpenLogLink({ filter }: { filter: LogFilter }) {
  const pane = usePane();
  const t = useLogListTexts();
  return (
    <p>
      <Button kind="link" class="flush" onClick={() => pane.openLog(filter)}>
        {t.showInLog}
      </Button>
    </p>
  );
}
