import type { Actor } from '../domain/decision.ts';
import type { ContactId } from '../domain/ids.ts';
import { mostPulledRows, PullResponse } from '../protocol/pull.ts';
import { historyScope, type Scope } from '../protocol/scope.ts';
import type { LocalStore } from '../store/local-store.ts';
import type { Answered, AskServer, Failure } from './ask-server.ts';

/** How many entries a history starts with: few, as somebody waits for them. Who goes on to older ones gets more at once. */
const firstEntries = 100;
/** Histories that are kept up to date. */
const mostHistories = 40;

export interface Pull {
  /** Brings one scope up to date. */
  scope(scope: Scope, signal: AbortSignal): Promise<{ ok: true } | Failure>;
  older(contactId: ContactId, signal: AbortSignal): Promise<Answered<boolean>>;
}

/**
 * Pulls scopes into the store. A cursor that the server does not know any more (410) means that its database is another
 * or an older one than what is here is from: everything starts again.
 */
export function createPull({ store, ask, actor }: { store: LocalStore; ask: AskServer; actor: Actor }): Pull {
  const get = (query: Record<string, string>, signal: AbortSignal) =>
    ask(`/v1/pull?${new URLSearchParams(query)}`, PullResponse, { signal });

  async function startOver(failure: Failure): Promise<boolean> {
    if (failure.status !== 410) return false;
    await store.resetEpoch(actor);
    return true;
  }

  /** Shows the server the latest that is here, so that one that never said it is found out. */
  async function latest(): Promise<{ seen?: string }> {
    const seen = await store.seen();
    return seen === undefined ? {} : { seen };
  }

  return {
    async scope(scope, signal) {
      const limit = String(scope === 'setup' || scope === 'contacts' ? mostPulledRows : firstEntries);
      let last: string | undefined;
      for (;;) {
        const asked = await store.cursor(scope);
        const at = { ...(asked === undefined ? {} : { cursor: asked }), ...(await latest()) };
        const answer = await get({ scope, limit, ...at }, signal);
        if (!answer.ok) {
          if (Object.keys(at).length > 0 && (await startOver(answer))) continue;
          return answer;
        }
        const { cursor, more } = answer.value;
        await store.takePull(scope, answer.value, actor, asked);
        // What was on its way while the scope lost its place (a contact was merged into its own) is not all of it.
        if (!more && !(await store.unstartedScopes()).includes(scope)) return { ok: true };
        // More of what does not go on would never end.
        if (cursor === asked || cursor === last)
          return { ok: false, code: 'server-fault', status: undefined, retryAfter: undefined };
        last = cursor;
      }
    },
    async older(contactId, signal) {
      const scope = historyScope(contactId);
      const before = await store.older(scope);
      if (before === null) return { ok: true, value: false };
      const limit = String(before === undefined ? firstEntries : mostPulledRows);
      const at = { ...(before === undefined ? {} : { before }), ...(await latest()) };
      const answer = await get({ scope, limit, ...at }, signal);
      if (!answer.ok) {
        await startOver(answer);
        return answer;
      }
      const starts = before === undefined && (await store.cursor(scope)) === undefined;
      if (starts) await store.takePull(scope, answer.value, actor);
      else await store.takeOlder(scope, answer.value, actor);
      return { ok: true, value: answer.value.older !== null };
    },
  };
}

/**
 * All scopes to keep, the most wanted first: what every view needs, then the histories in view, `recent` first. Drops
 * histories beyond the most that are kept.
 */
export async function scopesToPull(store: LocalStore, recent: readonly Scope[]): Promise<Scope[]> {
  const kept = (await store.scopes()).filter((scope) => scope.startsWith('history:') && !recent.includes(scope));
  const histories = [...recent, ...kept];
  for (const scope of histories.slice(mostHistories)) await store.resetScope(scope);
  const [visible, ...others] = histories.slice(0, mostHistories);
  return ['setup', ...(visible ? [visible] : []), 'contacts', 'mine', ...others];
}
