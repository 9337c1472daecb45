import { Button } from '../components/button.tsx';
import { usePane } from '../state/pane-context.ts';
import { useCleanUpTexts } from './use-clean-up-texts.ts';
import type { JobState } from './use-job.ts';

/** How far a job has come, and the way to stop it. */
export function JobProgress({
  state,
  label,
  stop,
}: {
  state: Extract<JobState, { is: 'starting' | 'running' }>;
  label: string;
  stop: () => void;
}) {
  const { number } = usePane().format.value;
  const { job: t } = useCleanUpTexts();
  if (state.is === 'starting') return <p role="status">{t.starting}</p>;
  const { job, isLost, isStopping } = state;
  return (
    <>
      <progress class="job-progress" max={Math.max(1, job.total)} value={job.done} aria-label={label} />
      <p>{isStopping ? t.stopping : t.running(number(job.done), number(job.total))}</p>
      <div>
        <Button disabled={isStopping} onClick={stop}>
          {t.stop}
        </Button>
      </div>
      <p class="hint" role="status">
        {isLost ? t.lost : t.goesOn}
      </p>
    </>
  );
}
