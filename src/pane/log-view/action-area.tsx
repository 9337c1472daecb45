import { useId } from 'preact/hooks';
import { dayIn } from '../../domain/time.ts';
import { Banner } from '../components/banner.tsx';
import { Button } from '../components/button.tsx';
import { useMessages, usePane } from '../state/pane-context.ts';
import type { LogSubject } from './log-subject.ts';
import { LoggedByOthers } from './logged-by-others.tsx';
import { OutcomePanel } from './outcome-panel.tsx';

/** Where the eye ends: the button, with its reason when it can't be used, or what came of it. */
export function ActionArea({ subject, isBlocked, log }: { subject: LogSubject; isBlocked: boolean; log: () => void }) {
  const t = useMessages();
  const id = useId();
  const reason = useReason(subject, isBlocked);
  const { people, chosen } = subject.form.value;
  const outcome = subject.kept.outcome.value;
  const isDone = people.length > 0 && people.every(({ logged }) => logged);
  const isJustSaved = outcome?.state === 'saved' && chosen.length === 0;
  const [first] = chosen;
  return (
    <section class="action" aria-label={t.form.log}>
      {outcome?.state === 'problem' && (
        <Banner tone="danger" title={t.problems[outcome.code].what}>
          {t.problems[outcome.code].help}
        </Banner>
      )}
      {outcome?.state === 'undone' && <p class="hint">{t.outcome.undone}</p>}
      {outcome?.state === 'saved' && <OutcomePanel key={outcome.commandId} subject={subject} outcome={outcome} />}
      <LoggedByOthers subject={subject} />
      {!isDone && !isJustSaved && (
        <>
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
  const { format, today } = usePane();
  const t = useMessages();
  const { cannot, logFrom, zone } = subject.form.value;
  if (isBlocked) return t.form.cannot.reading;
  if (cannot) return t.form.cannot[cannot];
  if (!logFrom) return undefined;
  const { day, time } = format.value;
  return t.form.logFrom(`${day(dayIn(zone, logFrom), today.value)} ${time(logFrom)}`);
}
