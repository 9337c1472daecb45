import type { LogStore } from './log-store.ts';
import type { Services } from './services.ts';

const dayMs = 86_400_000;
/** A session that was not used for so long is ended: its device asks to sign in again, and what waits there waits on. */
export const sessionLifeMs = 180 * dayMs;

/**
 * Notes that sessions are used: each at most once a day, so that a request costs no write. Nothing waits for it; a note
 * that is lost is made again the next day.
 */
export function createSessionNotes({
  store,
  now,
  log,
}: Pick<Services, 'store' | 'now' | 'log'>): (hash: string) => void {
  const noted = new Map<string, number>();
  return (tokenHash) => {
    const today = Math.floor(Date.parse(now()) / dayMs);
    if (noted.get(tokenHash) === today) return;
    noted.set(tokenHash, today);
    store.noteSession(tokenHash, now()).catch((error: unknown) => {
      log.error({ err: error }, 'the use of a session could not be noted');
    });
  };
}

/** Ends what nobody can or does use any more: one-time codes that have expired, sessions that were long not used. */
export async function sweepSessions({ store, now, log }: Sweeping): Promise<void> {
  const swept = await store.sweepSessions(now(), sessionLifeMs);
  if (swept.codes + swept.sessions > 0) log.info(swept, 'swept');
}

interface Sweeping extends Pick<Services, 'now' | 'log'> {
  store: Pick<LogStore, 'sweepSessions'>;
}
