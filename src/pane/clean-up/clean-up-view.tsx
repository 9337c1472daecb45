import './clean-up.css';
import { useEffect, useState } from 'preact/hooks';
import type { DeleteFilter } from '../../domain/delete-filter.ts';
import type { JobId } from '../../domain/ids.ts';
import type { DeletePreview } from '../../protocol/job.ts';
import { Button } from '../components/button.tsx';
import { Skeleton } from '../components/skeleton.tsx';
import { usePane } from '../state/pane-context.ts';
import { NeedsServer } from '../whole-log/needs-server.tsx';
import { useLookUp } from '../whole-log/use-look-up.ts';
import { useWholeLogTexts } from '../whole-log/use-whole-log-texts.ts';
import { DeletionFields } from './deletion-fields.tsx';
import { deletionFilter, type TypedDeletion } from './deletion-filter.ts';
import { DeletionPreview } from './deletion-preview.tsx';
import { DeletionEnded } from './job-ended.tsx';
import { JobList } from './job-list.tsx';
import { JobProgress } from './job-progress.tsx';
import { MaybeStarted } from './maybe-started.tsx';
import { useCleanUpTexts } from './use-clean-up-texts.ts';
import { useJob } from './use-job.ts';

const nothingTyped: TypedDeletion = { from: '', to: '', entryNo: '' };

/** Deletes canceled entries: filter, preview, confirmation, progress. For managers and admins, with the server at hand. */
export function CleanUpView() {
  const { device } = usePane().services;
  const t = useCleanUpTexts();
  return (
    <div class="view">
      <h1 class="title">{t.heading}</h1>
      <p class="hint">{t.help}</p>
      {device.actor.role === 'salesperson' ? <p>{t.notAllowed}</p> : <Deletion />}
    </div>
  );
}

/** A running deletion is found again; without one a new one can be made. Below stands what was done before. */
function Deletion() {
  const { device } = usePane().services;
  const { wholeLog } = device;
  const t = useCleanUpTexts();
  const { asking } = useWholeLogTexts();
  const { state, start, follow, stop, reset } = useJob();
  const [typed, setTyped] = useState(nothingTyped);
  const [confirmed, setConfirmed] = useState<{ id: JobId; count: number }>();
  // How a job stands is asked anew when it has ended, or when nobody knows whether it began.
  const hasTurned = state.is === 'ended' || state.is === 'failed' ? state.is : '';
  const { answer, again } = useLookUp(`jobs ${hasTurned}`, (signal) => wholeLog.jobs(signal));
  const jobs = answer?.known ? answer.value : undefined;
  useEffect(() => {
    const running = jobs?.find((job) => job.kind === 'delete-canceled' && job.state === 'running');
    const begun = state.is === 'failed' ? jobs?.find(({ id }) => id === state.request.id) : undefined;
    if (begun) follow(begun);
    else if (running && state.is === 'none') follow(running);
  }, [jobs]);
  const begin = (filter: DeleteFilter, { asOf, count }: DeletePreview) => {
    const id = device.newId() as JobId; // made for it
    setConfirmed({ id, count });
    start({ kind: 'delete-canceled', id, filter, asOf });
  };
  return (
    <>
      <div class="view">
        {state.is === 'none' && !answer && <Skeleton rows={6} label={asking} />}
        {state.is === 'none' && answer && !answer.known && <NeedsServer why={answer.why} again={again} />}
        {state.is === 'none' && jobs && <NewDeletion typed={typed} setTyped={setTyped} begin={begin} />}
        {(state.is === 'starting' || state.is === 'running') && (
          <JobProgress state={state} label={t.heading} stop={stop} />
        )}
        {state.is === 'failed' && <MaybeStarted why={state.why} again={() => start(state.request)} />}
        {state.is === 'ended' && (
          <DeletionEnded
            job={state.job}
            confirmed={confirmed?.id === state.job.id ? confirmed.count : state.job.total}
            again={() => {
              setTyped(nothingTyped);
              reset();
            }}
          />
        )}
      </div>
      {jobs && <JobList jobs={jobs.filter(({ id }) => state.is !== 'running' || id !== state.job.id)} />}
    </>
  );
}

/** The filter, and what it would take as soon as that is asked for; another filter asks for another preview. */
function NewDeletion({
  typed,
  setTyped,
  begin,
}: {
  typed: TypedDeletion;
  setTyped: (typed: TypedDeletion) => void;
  begin: (filter: DeleteFilter, preview: DeletePreview) => void;
}) {
  const { wholeLog } = usePane().services.device;
  const { preview: t } = useCleanUpTexts();
  const { asking } = useWholeLogTexts();
  const [filter, setFilter] = useState<DeleteFilter>();
  const checked = deletionFilter(typed);
  const { answer, again } = useLookUp(
    JSON.stringify(filter),
    filter && ((signal) => wholeLog.previewDeletion(filter, signal)),
  );
  return (
    <>
      <DeletionFields
        typed={typed}
        faults={'faults' in checked ? checked.faults : []}
        change={(next) => {
          setTyped(next);
          setFilter(undefined);
        }}
      />
      <div class="view">
        {!filter && (
          <div>
            <Button
              kind="primary"
              aria-disabled={'faults' in checked}
              onClick={() => 'filter' in checked && setFilter(checked.filter)}
            >
              {t.show}
            </Button>
          </div>
        )}
        {filter && !answer && <Skeleton rows={4} label={asking} />}
        {answer && !answer.known && <NeedsServer why={answer.why} again={again} />}
        {filter && answer?.known && (
          <DeletionPreview preview={answer.value} begin={() => begin(filter, answer.value)} />
        )}
      </div>
    </>
  );
}
