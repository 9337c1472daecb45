import { Banner } from '../components/banner.tsx';
import { Button } from '../components/button.tsx';
import { useMessages, usePane } from '../state/pane-context.ts';

/** That work of this device went with erased persons: how much, and nothing else, as nothing else may be kept of it. */
export function ErasedWork({ count }: { count: number }) {
  const t = useMessages();
  const { services, format } = usePane();
  return (
    <Banner
      tone="warning"
      title={t.attention.erased(format.value.number(count), count)}
      actions={
        <Button onClick={() => void services.device.store.noteErasedWork(count)}>{t.attention.erasedSeen}</Button>
      }
    >
      {t.attention.erasedHelp}
    </Banner>
  );
}
