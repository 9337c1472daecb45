import '../clean-up/clean-up.css';
import { useState } from 'preact/hooks';
import type { Contact } from '../../domain/contact.ts';
import type { JobId } from '../../domain/ids.ts';
import { JobProgress } from '../clean-up/job-progress.tsx';
import { MaybeStarted } from '../clean-up/maybe-started.tsx';
import { useCleanUpTexts } from '../clean-up/use-clean-up-texts.ts';
import { useJob } from '../clean-up/use-job.ts';
import { Button } from '../components/button.tsx';
import { TextField } from '../components/field.tsx';
import { usePane } from '../state/pane-context.ts';

/** Erases a person: says what goes and what stays, wants the name written, and shows how far it has come. */
export function EraseContact({ contact, leave }: { contact: Contact; leave: () => void }) {
  const pane = usePane();
  const { person: t, job: texts } = useCleanUpTexts();
  const { device } = pane.services;
  const { state, start, stop } = useJob();
  const [typed, setTyped] = useState('');
  const [isTried, setTried] = useState(false);
  const isRight = typed.trim() === contact.name.trim();
  const erase = () => {
    const id = device.newId() as JobId; // made for it
    start({ kind: 'erase-contact', id, contactId: contact.id });
  };
  const toContacts = (
    <div>
      <Button onClick={() => (pane.view.value = 'contacts')}>{t.back}</Button>
    </div>
  );
  return (
    <div class="view">
      <h1 class="title">{t.eraseHeading(contact.name)}</h1>
      {state.is === 'none' && (
        <>
          <p>{t.goes}</p>
          <ul class="means">
            {t.what.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
          <p>{t.stays}</p>
          <ul class="means">
            {t.staysWhat.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
          <form
            class="view"
            onSubmit={(event) => {
              event.preventDefault();
              setTried(true);
              if (isRight) erase();
            }}
          >
            <TextField
              label={t.type(contact.name)}
              value={typed}
              aria-invalid={isTried && !isRight}
              hint={isTried && !isRight ? t.wrongName : undefined}
              onInput={(event) => setTyped(event.currentTarget.value)}
            />
            <div class="actions">
              <Button type="submit" aria-disabled={!isRight}>
                {t.yes}
              </Button>
              <Button kind="subtle" onClick={leave}>
                {t.no}
              </Button>
            </div>
          </form>
        </>
      )}
      {(state.is === 'starting' || state.is === 'running') && (
        <JobProgress state={state} label={t.eraseHeading(contact.name)} stop={stop} />
      )}
      {state.is === 'failed' && <MaybeStarted why={state.why} again={() => start(state.request)} />}
      {state.is === 'ended' && (
        <>
          <p role="status">
            <strong>
              {state.job.state === 'done' && t.done(contact.name)}
              {state.job.state === 'stopped' && t.stopped}
              {state.job.state === 'failed' && texts.failed}
            </strong>
          </p>
          {state.job.state === 'done' ? (
            toContacts
          ) : (
            <div>
              <Button onClick={erase}>{texts.tryAgain}</Button>
            </div>
          )}
        </>
      )}
    </div>
  );
}
