import '../clean-up/clean-up.css';
import { useState } from 'preact/hooks';
import type { Contact } from '../../domain/contact.ts';
import type { JobId } from '../../domain/ids.ts';
import type { ErasurePreview } from '../../protocol/job.ts';
import { JobProgress } from '../clean-up/job-progress.tsx';
import { MaybeStarted } from '../clean-up/maybe-started.tsx';
import { useCleanUpTexts } from '../clean-up/use-clean-up-texts.ts';
import { useJob } from '../clean-up/use-job.ts';
import { Banner } from '../components/banner.tsx';
import { Button } from '../components/button.tsx';
import { TextField } from '../components/field.tsx';
import { Skeleton } from '../components/skeleton.tsx';
import { usePane } from '../state/pane-context.ts';
import { NeedsServer } from '../whole-log/needs-server.tsx';
import { useLookUp } from '../whole-log/use-look-up.ts';
import { useWholeLogTexts } from '../whole-log/use-whole-log-texts.ts';

/**
 * Erases a person: says who and what goes and what stays, wants the name written, and shows how far it has come. Whom it
 * takes only the server knows for sure, and nothing is asked of it before that was shown.
 */
export function EraseContact({ contact, leave }: { contact: Contact; leave: () => void }) {
  const pane = usePane();
  const { person: t, job: texts } = useCleanUpTexts();
  const { device } = pane.services;
  const { state, start, stop } = useJob();
  const { asking } = useWholeLogTexts();
  const { answer, again } = useLookUp(`erasure ${contact.id}`, (signal) =>
    device.wholeLog.previewErasure(contact.id, signal),
  );
  const who = answer?.known ? answer.value.contacts : [];
  const names = who.length > 1 ? pane.format.value.list(who.map(({ name }) => name)) : contact.name;
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
      <h1 class="title">{state.is === 'ended' ? contact.name : t.eraseHeading(contact.name)}</h1>
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
          {!answer && <Skeleton rows={4} label={asking} />}
          {answer && !answer.known && (
            <>
              <NeedsServer why={answer.why} again={again} />
              <div class="actions">
                <Button kind="subtle" onClick={leave}>
                  {t.no}
                </Button>
              </div>
            </>
          )}
          {answer?.known && (
            <>
              <Who contacts={who} />
              <ConfirmByName name={contact.name} erase={erase} leave={leave} />
            </>
          )}
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
              {state.job.state === 'done' && t.done(names, Math.max(who.length, 1))}
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

/** Whom erasing takes, each with how much is theirs; that several are one is news that must not be missed. */
function Who({ contacts }: ErasurePreview) {
  const { number } = usePane().format.value;
  const { person: t } = useCleanUpTexts();
  return (
    <>
      {contacts.length > 1 && (
        <Banner tone="warning" title={t.together(number(contacts.length))}>
          {t.apart}
        </Banner>
      )}
      <ul class="means" aria-label={t.who}>
        {contacts.map(({ id, name, entries }) => (
          <li key={id}>{t.has(name, number(entries), entries)}</li>
        ))}
      </ul>
    </>
  );
}

function ConfirmByName({ name, erase, leave }: { name: string; erase: () => void; leave: () => void }) {
  const { person: t } = useCleanUpTexts();
  const [typed, setTyped] = useState('');
  const [isTried, setTried] = useState(false);
  const isRight = typed.trim() === name.trim();
  return (
    <form
      class="view"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (isRight) erase();
      }}
    >
      <TextField
        label={t.type(name)}
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
  );
}
