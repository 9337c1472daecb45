import type { ProblemCode } from '../../domain/problem-code.ts';
import { Banner } from '../components/banner.tsx';
import { Button } from '../components/button.tsx';
import { useMessages } from '../state/pane-context.ts';
import { useWholeLogTexts } from './use-whole-log-texts.ts';

/** Why something that only the server can tell is not shown, and the way to try again. */
export function NeedsServer({ why, again }: { why: ProblemCode; again: () => void }) {
  const t = useMessages();
  const texts = useWholeLogTexts();
  return (
    <Banner tone="warning" title={texts.needed} actions={<Button onClick={again}>{texts.again}</Button>}>
      {t.problems[why].what} {texts.neededHelp}
    </Banner>
  );
}
