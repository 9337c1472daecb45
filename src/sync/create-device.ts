import * as v from 'valibot';
import { Command } from '../domain/commands/command.ts';
import type { Actor } from '../domain/decision.ts';
import { instantOf } from '../domain/time.ts';
import { historyScope, type Scope } from '../protocol/scope.ts';
import type { StoreReader } from '../store/local-store.ts';
import { StorageFailure } from '../store/storage-failure.ts';
import { type Answered, createAskServer, type Failure } from './ask-server.ts';
import { clockOffAfter } from './clock-off.ts';
import { createWholeLog } from './create-whole-log.ts';
import type { Device, LookUp, SyncState } from './device.ts';
import type { DeviceOptions } from './device-options.ts';
import { createDeviceState, type Part } from './device-state.ts';
import { keepUpToDate } from './keep-up-to-date.ts';
import { lead } from './lead.ts';
import { openLive } from './live.ts';
import { createLookUps } from './look-ups.ts';
import { newEnvelope } from './new-envelope.ts';
import { createPauseReasons } from './pause-reasons.ts';
import { createPull, scopesToPull } from './pull.ts';
import { createPush } from './push.ts';
import { type PushLoop, startPushLoop } from './push-loop.ts';
import { runAgain } from './run-again.ts';
import { createWake } from './wake.ts';

/** While the storage is full, pulling is tried again this often (ms). */
const quotaRest = 300_000;

/**
 * One account on this device. `run` joins three things that go on side by side: the outbox machine with its pushes, the
 * scopes with their pulls and the live stream, and the question which pane of the account does this (`lead.ts`).
 *
 * Guarantees: what `perform` keeps is exactly what will be sent; nothing here waits for the network before it answers
 * the pane, but the three questions to the server; a session that ended leaves the outbox as it is.
 */
export function createDevice(options: DeviceOptions, state = createDeviceState()): Device {
  const { account, store, clock, random, newUuid, surroundings, report } = options;
  const { tenantId, userId, role, salespersonCode } = account;
  const actor: Actor = { userId, role, salespersonCode };
  const ask = createAskServer({
    ...options,
    dated(date) {
      const before = state.now().clockOff;
      const clockOff = clockOffAfter(before, date, clock.now());
      if (clockOff === before) return;
      state.change({ clockOff });
      store.keepClockOff(clockOff).catch(() => undefined); // the next session asks the server again
    },
  });
  const pull = createPull({ store, ask, actor });
  const lookUps = createLookUps({ store, ask, actor });
  const reasons = createPauseReasons();
  const wake = createWake(clock);
  const now = () => instantOf(clock.now() + state.now().clockOff);
  let pushLoop: PushLoop | undefined;
  let session = new AbortController();
  let recent: Scope[] = [];
  let running: AbortSignal | undefined;
  const besides = new Map<Scope, Promise<boolean>>();

  /** After any reason to pause may have come or gone. */
  function look(): void {
    reasons.set('offline', !surroundings.online());
    reasons.set('hidden', !surroundings.visible());
    state.change({ paused: reasons.list() });
    pushLoop?.send(reasons.pushing() ? { type: 'resume', now: clock.now() } : { type: 'pause' });
    if (!reasons.pulling()) restart();
    wake.wake();
  }

  /** Ends the session of pulling and listening; another one starts when it may. */
  function restart(): void {
    session.abort();
    session = new AbortController();
  }

  function failed(part: Part, { code }: Failure): void {
    state.problem(part, code);
    const stops = code === 'signed-out' || code === 'wrong-account' ? 'signed-out' : code;
    if (stops === 'signed-out' || stops === 'version-too-old') {
      reasons.set(stops, true);
      look();
    }
  }

  /** The storage did not answer. */
  function lost(): void {
    state.problem('storage', 'storage-lost');
  }

  async function refreshCounts(): Promise<void> {
    state.change(await countsOf(store));
    state.problem('storage', undefined);
  }

  /** Runs a pull or push; what the storage itself refuses is a failure like others. */
  async function storing<T>(act: () => Promise<T | Failure>): Promise<T | Failure> {
    try {
      return await act();
    } catch (error) {
      if (!(error instanceof StorageFailure)) throw error;
      if (error.code === 'storage-full' && reasons.set('quota', true)) {
        look();
        void wake.wait(quotaRest, running ?? AbortSignal.abort()).then(() => {
          if (reasons.set('quota', false)) look();
        });
      }
      return { ok: false, code: error.code, status: undefined, retryAfter: undefined };
    }
  }

  async function answer<T>(act: () => Promise<Answered<T>>): Promise<LookUp<T>> {
    if (!surroundings.online()) return { known: false, why: 'server-unreachable' };
    const answered = await storing(act);
    if (answered.ok) {
      state.problem('asking', undefined);
      return { known: true, value: answered.value };
    }
    // Other failures are told to whoever asked, who may only have stopped waiting.
    if (answered.status === 401) failed('asking', answered);
    return { known: false, why: answered.code };
  }

  /** Pulls the history in view at once, whichever pane leads; where that can't be, whoever leads next does. */
  async function pullNow(scope: Scope): Promise<void> {
    const kept = await storing(async () => {
      await store.openScope(scope);
      return { ok: true };
    });
    // Nobody else knows of it: opened once more it is tried once more.
    if (!kept.ok) recent = recent.filter((one) => one !== scope);
    if (running !== undefined && surroundings.online() && surroundings.visible()) await pullBeside(scope, running);
  }

  /** Pulls a scope beside the rounds, unless that is being done; true when it is up to date. */
  function pullBeside(scope: Scope, signal: AbortSignal): Promise<boolean> {
    const now = besides.get(scope);
    if (now) return now;
    const pulled = storing(() => pull.scope(scope, signal))
      .then((result) => {
        if (result.ok) return true;
        failed('pull', result);
        // The next round, which comes at once, has the scope in it and tries again by its own backoff.
        restart();
        wake.wake();
        return false;
      })
      .finally(() => besides.delete(scope));
    besides.set(scope, pulled);
    return pulled;
  }

  /**
   * Scopes can lose their place while nothing else happens: another pane, or a push, found that the server's log was put
   * back, and started again; or contacts were merged. Who leads pulls them; until its stream is open, the round that goes on
   * does, and where there is no stream the next one, which then comes at once.
   */
  async function pullUnstarted(scopes: readonly Scope[], signal: AbortSignal): Promise<void> {
    if (scopes.length > 0 && state.now().phase === 'idle' && !state.now().live) wake.wake();
    for (const scope of scopes)
      if (!state.now().live || !reasons.pulling() || !(await pullBeside(scope, signal))) return;
  }

  const device: Device = {
    account,
    actor,
    store,
    async perform(command) {
      const result = await store.perform(v.parse(Command, command), actor);
      // Whoever clicked is told at once. While the device runs it watches the numbers, which start the push as well.
      if (running === undefined || running.aborted) refreshCounts().catch(lost);
      return result;
    },
    now,
    envelope: (needs = []) => newEnvelope(options, now(), needs),
    newId: newUuid,
    state: state.now,
    onState: state.onChange,
    async run(signal) {
      if (signal.aborted) return;
      const own = new AbortController();
      const until = AbortSignal.any([signal, own.signal]);
      running = until;
      const { promise: broken, reject: broke } = Promise.withResolvers<never>();
      const fell = (error: unknown) => (error instanceof StorageFailure ? lost() : broke(error));
      const push = createPush({ account, actor, store, ask, clock });
      const loop = startPushLoop({
        push: (pushing) => storing(() => push(pushing)),
        clock,
        random,
        changed: () => {
          const { name, retryAt } = loop.state();
          state.outbox(name, retryAt);
        },
        succeeded: () => state.problem('push', undefined),
        failed: (failure) => failed('push', failure),
        broke,
        signal: until,
      });
      pushLoop = loop;
      store.watch(
        countsOf,
        (counts) => {
          state.change(counts);
          state.problem('storage', undefined);
          if (counts.waiting > 0) loop.send({ type: 'work' });
        },
        until,
        lost,
      );
      store.watch(
        (reader) => reader.unstartedScopes(),
        (scopes) => void pullUnstarted(scopes, until).catch(broke),
        until,
        lost,
      );
      surroundings.onChange(look, until);

      const led = lead({
        // What is only in this pane's memory no other pane can send.
        locks: store.durable ? options.locks : undefined,
        name: `interlog-sync:${tenantId}:${userId}`,
        surroundings,
        signal: until,
        changed(leads) {
          reasons.set('another-pane', !leads);
          if (!leads) state.problem('pull', undefined);
          look();
        },
        run: (leading) =>
          keepUpToDate(
            {
              scopes: () => storing(async () => ({ ok: true, scopes: await scopesToPull(store, recent) })),
              pull: { scope: (scope, pulling) => storing(() => pull.scope(scope, pulling)) },
              takeLive: (event) => storing(async () => ({ ok: true, behind: await store.takeLive(event, actor) })),
              openLive: (listening) => openLive(options, listening),
              clock,
              random,
              wake,
              session: () => (reasons.pulling() ? session.signal : undefined),
              pulling: state.pulling,
              live(live) {
                state.change({ live });
                if (live)
                  store
                    .unstartedScopes()
                    .then((scopes) => pullUnstarted(scopes, until))
                    .catch(fell);
              },
              upToDate() {
                state.problem('pull', undefined);
                state.change({ upToDateAt: instantOf(clock.now()) });
                state.pullRetry(undefined);
              },
              pulledAll: () => loop.send({ type: 'reached' }),
              failed(failure, retryAt) {
                state.pullRetry(retryAt);
                failed('pull', failure);
              },
            },
            leading,
          ),
      });
      try {
        await Promise.race([led, broken]);
      } finally {
        // After a fault whatever still runs ends as well, so that all of it can be begun anew.
        own.abort();
        led.catch(() => undefined); // it was heard before, or has nobody any more who would hear it
        running = undefined;
        pushLoop = undefined;
        restart();
      }
    },
    syncNow() {
      for (const reason of ['signed-out', 'version-too-old', 'quota'] as const) reasons.set(reason, false);
      state.problem('asking', undefined);
      restart();
      look();
      pushLoop?.send({ type: 'sync-now' });
    },
    openHistory(contactId) {
      const scope = historyScope(contactId);
      if (recent[0] === scope) {
        // Another pane may have opened so many since that this one was given up: wanted again, it is pulled anew.
        void storing(async () => {
          await store.openScope(scope);
          return { ok: true };
        }).catch(() => undefined); // as below
        return;
      }
      recent = [scope, ...recent.filter((one) => one !== scope)].slice(0, 20);
      void pullNow(scope).catch(() => undefined); // a fault shows in the next round, which `run` rejects with
    },
    olderHistory: (contactId, signal) => answer(() => pull.older(contactId, signal)),
    lookUpItem: (keys, signal) => answer(() => lookUps.item(keys, signal)),
    lookUpEntry: (id, signal) => answer(() => lookUps.entry(id, signal)),
    statistics: (query, signal) => answer(() => lookUps.statistics(query, signal)),
    searchContacts: (query, signal) => answer(() => lookUps.contacts(query, signal)),
    wholeLog: createWholeLog({ ...options, ask, answer }),
  };
  if (!report) return device;
  const how = {
    clock,
    failed(fault: unknown) {
      state.problem('engine', 'pane-fault');
      report(fault);
    },
    recovered: () => state.problem('engine', undefined),
  };
  return { ...device, run: (signal) => runAgain(device.run, how, signal) };
}

/** What waits, was refused and went, as of one moment. */
function countsOf(reader: StoreReader): Promise<Pick<SyncState, 'waiting' | 'refused' | 'erasedWork'>> {
  return reader.together(async (all) => {
    const [counts, erasedWork] = await Promise.all([all.counts(), all.erasedWork()]);
    return { ...counts, erasedWork };
  });
}
