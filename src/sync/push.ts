import type { Actor } from '../domain/decision.ts';
import { instantOf } from '../domain/time.ts';
import type { Account } from '../protocol/account.ts';
import { mostCommands, mostPushBytes, PushResponse } from '../protocol/push.ts';
import { wireVersion } from '../protocol/wire-version.ts';
import type { LocalStore } from '../store/local-store.ts';
import type { AskServer, Failure } from './ask-server.ts';
import type { Clock } from './device-options.ts';

export type Pushed = { ok: true; left: boolean } | Failure;

/** Room for what is around the commands. */
const envelopeBytes = 1_000;

export interface PushOptions {
  account: Account;
  actor: Actor;
  store: LocalStore;
  ask: AskServer;
  clock: Clock;
}

/**
 * Makes the function that pushes one batch: the first waiting commands, in order, as many as fit. On 413 (somebody
 * before the server may allow less than it) the next batch is half as large, and grows again with success. One command
 * that alone is too large is refused here (`invalid-command`), so that it blocks nothing and the user is told.
 */
export function createPush({
  account,
  actor,
  store,
  ask,
  clock,
}: PushOptions): (signal: AbortSignal) => Promise<Pushed> {
  let most = mostCommands;

  return async (signal) => {
    const waiting = await store.outbox(most);
    const commands = fitting(waiting.map(({ command }) => command));
    const [first] = commands;
    if (first === undefined) return { ok: true, left: false };

    const { tenantId, userId } = account;
    const seen = await store.seen();
    const body = JSON.stringify({ wire: wireVersion, tenantId, userId, seen, commands });
    const headers = { 'content-type': 'application/json' };
    const answer = await ask('/v1/push', PushResponse, { method: 'POST', headers, body, signal });
    if (!answer.ok) {
      if (answer.status === 410 && seen !== undefined) {
        await store.resetEpoch(actor);
        return { ok: true, left: true };
      }
      if (answer.status !== 413) return answer;
      if (commands.length === 1) await store.refuseHere(first.id, 'invalid-command', actor);
      most = Math.max(1, Math.floor(commands.length / 2));
      return { ok: true, left: true };
    }
    const answered = new Set(answer.value.answers.map(({ commandId }) => commandId));
    await store.takeAnswers(answer.value, instantOf(clock.now()), actor);
    most = Math.min(mostCommands, most * 2);
    // An answer to nothing that was asked is no progress: going on at once would never end.
    if (!commands.some(({ id }) => answered.has(id)))
      return { ok: false, code: 'server-fault', status: undefined, retryAfter: undefined };
    return { ok: true, left: (await store.counts()).waiting > 0 };
  };
}

/** The first of `commands` that go into one request; always at least one. */
function fitting<C>(commands: readonly C[]): C[] {
  const encoder = new TextEncoder();
  let bytes = envelopeBytes;
  const fit = commands.findIndex((command) => {
    bytes += encoder.encode(JSON.stringify(command)).length + 1;
    return bytes > mostPushBytes;
  });
  return fit === -1 ? [...commands] : commands.slice(0, Math.max(1, fit));
}
