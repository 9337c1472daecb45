import type { Job } from '../../protocol/job.ts';
import { Chip, type ChipTone } from '../components/chip.tsx';
import { namesOfUsers } from '../state/names-of-users.ts';
import { usePane } from '../state/pane-context.ts';
import { useWatch } from '../state/use-watch.ts';
import { useCleanUpTexts } from './use-clean-up-texts.ts';

const tones: Record<Job['state'], ChipTone> = {
  running: 'brand',
  done: 'success',
  stopped: 'neutral',
  failed: 'warning',
};

/** The last jobs of the workspace: what, how far, by whom, when. */
export function JobList({ jobs }: { jobs: readonly Job[] }) {
  const pane = usePane();
  const { jobs: t } = useCleanUpTexts();
  const users = [...new Set(jobs.flatMap(({ by }) => (by === null ? [] : [by])))];
  const names = useWatch(`jobs by ${users.join(' ')}`, (reader) => namesOfUsers(users, reader, pane));
  const { number, ago } = pane.format.value;
  const whatOf = ({ kind, done, canceled }: Job) => {
    if (kind === 'erase-contact') return t.kinds[kind];
    if (canceled !== undefined) return t.aged(number(canceled), number(done - canceled));
    return `${t.kinds[kind]}: ${number(done)}`;
  };
  return (
    <section class="group" aria-label={t.heading}>
      <h2 class="heading">{t.heading}</h2>
      {jobs.length === 0 && <p class="hint">{t.none}</p>}
      <ul class="job-list">
        {jobs.map((job) => {
          const who = job.by === null ? t.server : (names?.get(job.by) ?? t.somebody);
          return (
            <li key={job.id}>
              <p class="job-line">
                <span>{whatOf(job)}</span>
                <Chip tone={tones[job.state]}>{t.states[job.state]}</Chip>
              </p>
              <p class="hint">{t.by(who, ago(job.startedAt, pane.now.value))}</p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
