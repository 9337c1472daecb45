import { useEffect, useState } from 'preact/hooks';
import type { ImportProgress } from './files/import-contacts.ts';
import type { ImportJob } from './import-job.ts';

/** What an import of the file that was chosen would come to; undefined until that is known. */
export function useRehearsal(job: ImportJob): ImportProgress | undefined {
  const now = job.now.value;
  const [known, setKnown] = useState<{ of: typeof now; progress: ImportProgress | undefined }>();
  useEffect(() => {
    if (now.state !== 'table' && now.state !== 'cards') return;
    const ended = new AbortController();
    job.rehearse(now, ended.signal).then(
      (progress) => {
        if (!ended.signal.aborted) setKnown({ of: now, progress });
      },
      (error: unknown) => reportError(error),
    );
    return () => ended.abort();
  }, [job, now]);
  return known?.of === now ? known.progress : undefined;
}
