import { useId } from 'preact/hooks';
import { Banner } from '../components/banner.tsx';
import { Button } from '../components/button.tsx';
import { useReason } from '../log-view/action-area.tsx';
import type { LogSubject } from '../log-view/log-subject.ts';
import { OutcomePanel } from '../log-view/outcome-panel.tsx';
import { useMessages, usePane } from '../state/pane-context.ts';
import type { ByHandStart } from './by-hand.ts';
import { firstChoices } from './start-by-hand.ts';
import { useTexts } from './use-texts.ts';

/** The button that logs, the one that keeps it for later, and what came of them. */
export function ByHandActions({
  subject,
  start,
  isBlocked,
  log,
}: {
  subject: LogSubject;
  start: ByHandStart;
  /** Somebody who is ticked can't be logged with. */
  isBlocked: boolean;
  log: (postponed: boolean) => void;
}) {
  const pane = usePane();
  const t = useMessages();
  const { byHand } = useTexts();
  const id = useId();
  const missing = useReason(subject, false);
  const reason = missing ?? (isBlocked ? t.form.cannot.blocked : undefined);
  const { chosen, cannot } = subject.form.value;
  const { kept } = subject;
  const outcome = kept.outcome.value;
  const [first] = chosen;
  const another = () => {
    kept.outcome.value = undefined;
    kept.choices.value = firstChoices({ ...start, choices: {} });
    // It is about nothing any more: what it closed or finished is done.
    pane.byHand.start.value = { key: start.key, contacts: start.contacts, choices: {} };
  };
  if (outcome?.state === 'saved')
    return (
      <section class="action" aria-label={t.form.log}>
        <OutcomePanel key={outcome.commandId} subject={subject} outcome={outcome} another={another} />
        {outcome.closedId && <p class="hint">{byHand.closed}</p>}
      </section>
    );
  return (
    <section class="action" aria-label={t.form.log}>
      {outcome?.state === 'problem' && (
        <Banner tone="danger" title={t.problems[outcome.code].what}>
          {t.problems[outcome.code].help}
        </Banner>
      )}
      {outcome?.state === 'undone' && <p class="hint">{t.outcome.undone}</p>}
      <Button
        kind="primary"
        class="log-button"
        aria-disabled={reason !== undefined}
        aria-keyshortcuts="Control+Enter"
        aria-describedby={id}
        title="Ctrl+Enter"
        onClick={() => log(false)}
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
      <Button
        kind="subtle"
        aria-disabled={cannot !== undefined || isBlocked}
        aria-describedby={id}
        onClick={() => log(true)}
      >
        {byHand.postpone}
      </Button>
    </section>
  );
}
