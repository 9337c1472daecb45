import { useLayoutEffect } from 'preact/hooks';
import type { LogFilter } from '../../domain/log-filter.ts';
import { Button } from '../components/button.tsx';
import { queryOf } from '../log-list/filter/filter-query.ts';
import { usePane } from '../state/pane-context.ts';
import { FileProgress } from './file-progress.tsx';
import { useFile } from './use-file.ts';
import { useWholeLogTexts } from './use-whole-log-texts.ts';

/** Saves all that the filter shows as a file, in the form for a spreadsheet or for a program. */
export function ExportList({ filter }: { filter: LogFilter }) {
  const pane = usePane();
  const { export: texts } = useWholeLogTexts();
  const { state, get, stop, forget } = useFile();
  // The file that was saved is not the one of what is shown now.
  useLayoutEffect(forget, [queryOf(filter)]);
  const save = (format: 'csv' | 'json') => {
    const as = { format, language: pane.language.value };
    get(`interlog-log-${pane.today.value}.${format}`, (take, signal) =>
      pane.services.device.wholeLog.file(filter, as, take, signal),
    );
  };
  return (
    <section class="group" aria-label={texts.heading}>
      <div class="actions">
        <Button disabled={state.is === 'fetching'} onClick={() => save('csv')}>
          {texts.csv}
        </Button>
        <Button disabled={state.is === 'fetching'} onClick={() => save('json')}>
          {texts.json}
        </Button>
      </div>
      <p class="hint">{texts.help}</p>
      <FileProgress state={state} stop={stop} />
    </section>
  );
}
