import { Banner } from '../components/banner.tsx';
import { Button } from '../components/button.tsx';
import { useMessages, usePane } from '../state/pane-context.ts';

/** Why the last act on an entry or in a view did not work. */
export function ProblemBanner() {
  const { problem } = usePane();
  const t = useMessages();
  if (!problem.value) return null;
  const { what, help } = t.problems[problem.value];
  return (
    <Banner
      tone="danger"
      title={what}
      actions={<Button onClick={() => (problem.value = undefined)}>{t.pane.close}</Button>}
    >
      {help}
    </Banner>
  );
}
