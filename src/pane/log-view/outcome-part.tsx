import { Banner } from '../components/banner.tsx';
import { useMessages } from '../state/pane-context.ts';
import type { Outcome } from './kept-form.ts';
import type { LogSubject } from './log-subject.ts';
import { OutcomePanel } from './outcome-panel.tsx';

/** What came of the last click. */
export function OutcomePart({ subject, outcome }: { subject: LogSubject; outcome: Outcome }) {
  const t = useMessages();
  switch (outcome.state) {
    case 'problem':
      return (
        <Banner tone="danger" title={t.problems[outcome.code].what}>
          {t.problems[outcome.code].help}
        </Banner>
      );
    case 'undone':
      return <p class="hint">{t.outcome.undone}</p>;
    case 'saved':
      return <OutcomePanel key={outcome.commandId} subject={subject} outcome={outcome} />;
  }
}
