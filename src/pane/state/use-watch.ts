import { useEffect, useState } from 'preact/hooks';
import type { StoreReader } from '../../store/local-store.ts';
import { usePane } from './pane-context.ts';

/**
 * What `read` gives now and after every change on this device; undefined until the first answer. `key` names what is
 * read: another key starts anew, and an answer to the old one is never given.
 */
export function useWatch<T>(key: string, read: (reader: StoreReader) => Promise<T>): T | undefined {
  const { services } = usePane();
  const [held, setHeld] = useState<{ key: string; value: T }>();
  useEffect(() => {
    const ended = new AbortController();
    services.device.store.watch(
      read,
      (value) => {
        if (!ended.signal.aborted) setHeld({ key, value });
      },
      ended.signal,
    );
    return () => ended.abort();
  }, [key]);
  return held?.key === key ? held.value : undefined;
}
