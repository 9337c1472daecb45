import { Button } from '../components/button.tsx';
import { useMessages, usePane } from '../state/pane-context.ts';
import type { FileState } from './use-file.ts';
import { useWholeLogTexts } from './use-whole-log-texts.ts';

/** How far a file has come, with the way to stop it, and what became of it. */
export function FileProgress({ state, stop }: { state: FileState; stop: () => void }) {
  const t = useMessages();
  const { file } = useWholeLogTexts();
  const { size } = usePane().format.value;
  return (
    <>
      {state.is === 'fetching' && (
        <div class="actions">
          <p>{file.fetching(size(state.bytes))}</p>
          <Button onClick={stop}>{file.stop}</Button>
        </div>
      )}
      <p class="hint" role="status">
        {state.is === 'stopped' && file.stopped}
        {state.is === 'saved' && file.saved(state.name, size(state.bytes))}
        {state.is === 'failed' && `${file.failed} ${t.problems[state.why].what}`}
      </p>
    </>
  );
}
