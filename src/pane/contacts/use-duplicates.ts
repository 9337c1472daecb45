import { useEffect, useMemo, useState } from 'preact/hooks';
import { createDuplicateIndex, type DuplicateIndex, type LikelyDuplicate } from '../../domain/likely-duplicates.ts';
import { usePane } from '../state/pane-context.ts';
import { type ContactDraft, typedSoFar } from './contact-draft.ts';
import { createBreathe } from './files/in-slices.ts';

const most = 4;

/** The contacts of this device that the draft may be the same as; none until they have been looked through once. */
export function useDuplicates(draft: ContactDraft, except: string | undefined): LikelyDuplicate[] {
  const { device, clock } = usePane().services;
  const [index, setIndex] = useState<DuplicateIndex>();
  useEffect(() => {
    const ended = new AbortController();
    const read = async () => {
      const contacts = await device.store.contacts();
      const filled = createDuplicateIndex();
      const breathe = createBreathe(clock, ended.signal);
      for (const contact of contacts) {
        filled.add(contact);
        await breathe();
      }
      setIndex(filled);
    };
    read().catch((error: unknown) => {
      if (!ended.signal.aborted) throw error;
    });
    return () => ended.abort();
  }, [device, clock]);
  return useMemo(() => index?.find(typedSoFar(draft), most, except) ?? [], [index, draft, except]);
}
