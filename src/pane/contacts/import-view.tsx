import './contacts.css';
import { Button } from '../components/button.tsx';
import { Skeleton } from '../components/skeleton.tsx';
import { usePane } from '../state/pane-context.ts';
import { givesNames } from './files/columns.ts';
import { rawFromRow } from './files/raw-from-row.ts';
import { ImportColumns } from './import-columns.tsx';
import { contactRows, importJobOf } from './import-job.ts';
import { ImportPreview } from './import-preview.tsx';
import { ImportDone, ImportRunning } from './import-progress.tsx';
import { useContactTexts } from './use-contact-texts.ts';
import { useRehearsal } from './use-rehearsal.ts';

const previewed = 5;

/** Contacts from a file: what its columns hold, what would be made, how far it has come, and what was not taken. */
export function ImportView() {
  const pane = usePane();
  const { import: t } = useContactTexts();
  const job = importJobOf(pane);
  const now = job.now.value;
  const rehearsed = useRehearsal(job);
  const chooseAgain = <Button onClick={() => void job.choose()}>{t.another}</Button>;
  const ready = (first: readonly Parameters<typeof ImportPreview>[0]['raws'][number][], count: number) => (
    <>
      <ImportPreview raws={first} more={count - first.length} notTaken={rehearsed?.notTaken ?? []} />
      <div class="actions">
        <Button kind="primary" onClick={() => void job.start()}>
          {rehearsed ? t.start(rehearsed.created) : t.startAll}
        </Button>
        {chooseAgain}
      </div>
    </>
  );
  return (
    <div class="view">
      <h1 class="title">{t.heading}</h1>
      {(now.state === 'empty' || now.state === 'nothing' || now.state === 'failed') && (
        <>
          <p>{t.help}</p>
          {now.state === 'nothing' && <p role="alert">{t.empty}</p>}
          {now.state === 'failed' && <p role="alert">{t.failed}</p>}
          <div>
            <Button kind="primary" onClick={() => void job.choose()}>
              {t.choose}
            </Button>
          </div>
        </>
      )}
      {now.state === 'reading' && <Skeleton rows={4} label={t.reading} />}
      {now.state === 'table' && (
        <>
          <ImportColumns table={now} change={job.map} />
          {contactRows(now).length === 0 ? (
            <>
              <p role="alert">{t.empty}</p>
              <div>{chooseAgain}</div>
            </>
          ) : givesNames(now.mapping) ? (
            ready(
              contactRows(now)
                .slice(0, previewed)
                .map((row) => rawFromRow(row, now.mapping)),
              contactRows(now).length,
            )
          ) : (
            <>
              <p role="alert">{t.noNames}</p>
              <div>{chooseAgain}</div>
            </>
          )}
        </>
      )}
      {now.state === 'cards' && ready(now.cards.slice(0, previewed), now.cards.length)}
      {now.state === 'importing' && (
        <ImportRunning progress={now.progress} isStopping={now.isStopping} stop={job.stop} />
      )}
      {now.state === 'done' && (
        <>
          <ImportDone progress={now.progress} broke={now.broke} />
          <div>{chooseAgain}</div>
        </>
      )}
    </div>
  );
}
