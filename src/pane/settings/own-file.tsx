import { useCleanUpTexts } from '../clean-up/use-clean-up-texts.ts';
import { Button } from '../components/button.tsx';
import { usePane } from '../state/pane-context.ts';
import { FileProgress } from '../whole-log/file-progress.tsx';
import { useFile } from '../whole-log/use-file.ts';

/** All that the user has logged, as a file of their own. */
export function OwnFile() {
  const { services, today } = usePane();
  const { own: t } = useCleanUpTexts();
  const { state, get, stop } = useFile();
  const { wholeLog } = services.device;
  return (
    <section class="group" data-place="ownFile">
      <h2 class="heading">{t.heading}</h2>
      <p class="hint">{t.help}</p>
      <Button
        disabled={state.is === 'fetching'}
        onClick={() => get(`interlog-mine-${today.value}.json`, (take, signal) => wholeLog.ownFile(take, signal))}
      >
        {t.file}
      </Button>
      <FileProgress state={state} stop={stop} />
    </section>
  );
}
