import { Button } from '../../components/button.tsx';
import { useMessages } from '../../state/pane-context.ts';

/** What is to be mended is about something that this device does not hold. */
export function NotHere({ leave }: { leave: () => void }) {
  const t = useMessages();
  return (
    <div>
      <p class="hint">{t.attention.notHere}</p>
      <div class="actions">
        <Button kind="subtle" onClick={leave}>
          {t.attention.keep}
        </Button>
      </div>
    </div>
  );
}
