import type { ProblemCode } from '../../domain/problem-code.ts';
import { Banner } from '../components/banner.tsx';
import { Button } from '../components/button.tsx';
import { useMessages } from '../state/pane-context.ts';
import { NeedsServer } from '../whole-log/needs-server.tsx';
import { useCleanUpTexts } from './use-clean-up-texts.ts';

/** With these nobody knows what became of a request. */
const unanswered: ReadonlySet<ProblemCode> = new Set<ProblemCode>(['server-unreachable', 'server-fault']);

/** A job was asked for and did not begin; or no answer came, and it may run. Asking again under its id starts nothing twice. */
export function MaybeStarted({ why, again }: { why: ProblemCode; again: () => void }) {
  const { problems } = useMessages();
  const { job: t } = useCleanUpTexts();
  if (!unanswered.has(why)) return <NeedsServer why={why} again={again} />;
  return (
    <Banner tone="warning" title={t.maybeStarted} actions={<Button onClick={again}>{t.tryAgain}</Button>}>
      {problems[why].what} {t.maybeStartedHelp}
    </Banner>
  );
}
