import { useEffect, useState } from 'preact/hooks';
import { usePane } from '../state/pane-context.ts';
import type { ContactQuestions } from './contact-directory.ts';
import { directoryOf } from './directory-of.ts';
import { type DirectoryAnswer, keepAsking } from './keep-asking.ts';

/**
 * What the contacts of this device answer, now and whenever they change; undefined until the first answer. `key` names
 * what is asked: under another key it is asked anew, and the old answer stays until then.
 */
export function useDirectory<T>(
  key: string,
  ask: (of: ContactQuestions) => Promise<T>,
): DirectoryAnswer<T> | undefined {
  const pane = usePane();
  const [answer, setAnswer] = useState<DirectoryAnswer<T>>();
  useEffect(() => {
    const ended = new AbortController();
    keepAsking(
      directoryOf(pane),
      ask,
      setAnswer,
      (error) => reportError(error),
      AbortSignal.any([ended.signal, pane.signal]),
    );
    return () => ended.abort();
  }, [pane, key]);
  return answer;
}
