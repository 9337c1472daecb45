import { useId } from 'preact/hooks';
import { Button } from '../components/button.tsx';
import { lazyPart } from '../components/lazy-part.tsx';
import { useFirstMessages, usePane } from '../state/pane-context.ts';
import { logFromInWords } from './log-from-in-words.ts';
import type { LogSubject } from './log-subject.ts';

export const LoggedByOthers = lazyPart(async () => (await import('./logged-by-others.tsx')).LoggedByOthers, 1);
export const OutcomePart = lazyPart(async () => (await import('./outcome-part.tsx')).OutcomePart, 2);

/** Where the eye ends: the button, with its reason when it can't be used, or what came of it. */
export function ActionArea({
  subject,
  isBlocked,
  isNotLoaded,
  log,
}: {
  subject: LogSubject;
  isBlocked: boolean;
  /** What the last click needed could not be loaded. */
  isNotLoaded: boolean;
  log: () => void;
}) {
  const t = useFirstMessages();
  const id = useId();
  const reason = useReason(subject, isBlocked);
  const { people, chosen } = subject.form.value;
  const outcome = subject.kept.outcome.value;
  const isDone = people.length > 0 && people.every(({ logged }) => logged);
  const isJustSaved = outcome?.state === 'saved' && chosen.length === 0;
  const [first] = chosen;
  return (
    <section class="action" aria-label={t.form.log}>
      {outcome && <OutcomePart subject={subject} outcome={outcome} />}
      {(people.some(({ logged }) => logged) || subject.elsewhere.value === 'unknown') && (
        <LoggedByOthers subject={subject} />
      )}
      {!isDone && !isJustSaved && (
        <>
          {isNotLoaded && (
            <p class="hint log-reason" role="alert">
              {t.form.notLoaded}
            </p>
          )}
          <Button
            kind="primary"
            class="log-button"
            aria-disabled={reason !== undefined}
            aria-keyshortcuts="Control+Enter"
            aria-describedby={id}
            title="Ctrl+Enter"
            onClick={log}
          >
            <span class="log-button-text">
              {chosen.length === 1 && first
                ? t.form.logFor(first.name)
                : chosen.length > 1
                  ? t.form.logForCount(chosen.length)
                  : t.form.log}
            </span>
          </Button>
          <p class="hint log-reason" id={id}>
            {reason ?? '\u00a0'}
          </p>
        </>
      )}
    </section>
  );
}

/** Why the button can't be used just now, in words; undefined when it can. */
export function useReason(subject: LogSubject, isBlocked: boolean): string | undefined {
  const pane = usePane();
  const t = useFirstMessages();
  const { cannot, logFrom, zone } = subject.form.value;
  if (isBlocked) return t.form.cannot.reading;
  if (cannot) return t.form.cannot[cannot];
  return logFrom && logFromInWords(logFrom, zone, pane);
}
