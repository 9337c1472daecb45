import { useMessages } from '../state/pane-context.ts';
import { Banner } from './banner.tsx';
import { Button } from './button.tsx';

/** Says that what stands in a form was typed before the form was left, with the way to give it up. */
export function DraftNotice({ discard }: { discard: () => void }) {
  const t = useMessages();
  return (
    <Banner tone="info" title={t.draft.kept} actions={<Button onClick={discard}>{t.draft.discard}</Button>}>
      {t.draft.help}
    </Banner>
  );
}
