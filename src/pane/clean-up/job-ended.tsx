import type { Job } from '../../protocol/job.ts';
import { Button } from '../components/button.tsx';
import { usePane } from '../state/pane-context.ts';
import { useCleanUpTexts } from './use-clean-up-texts.ts';

/** What a deletion has come to: the number that is gone, and how many stayed. */
export function DeletionEnded({
  job,
  confirmed,
  again,
}: {
  job: Job;
  /** How many the person said yes to. */
  confirmed: number;
  again: () => void;
}) {
  const { number } = usePane().format.value;
  const { job: t } = useCleanUpTexts();
  const gone = [number(job.done), job.done] as const;
  const stayed = confirmed - job.done;
  return (
    <>
      <div role="status">
        <p>
          <strong>{job.state === 'stopped' ? t.stopped(...gone) : t.deleted(...gone)}</strong>
        </p>
        {job.state === 'failed' && <p>{t.failed}</p>}
        {job.state === 'done' && stayed > 0 && <p>{t.stayed(number(stayed), stayed)}</p>}
      </div>
      <div>
        <Button onClick={again}>{t.again}</Button>
      </div>
    </>
  );
}
