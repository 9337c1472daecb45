import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Command } from '../../src/domain/commands/command.ts';
import { Command as CommandSchema, decide } from '../../src/domain/commands/command.ts';
import type { LogInteraction } from '../../src/domain/commands/log-interaction.ts';
import type { Contact } from '../../src/domain/contact.ts';
import type { Alias } from '../../src/domain/decision.ts';
import type { EmailAddress } from '../../src/domain/email-address.ts';
import type { CommandId, ContactId, EntryId } from '../../src/domain/ids.ts';
import type { ItemKey } from '../../src/domain/item.ts';
import { knownFrom } from '../../src/domain/known.ts';
import type { LogEntry } from '../../src/domain/log-entry.ts';
import type { RefusalCode } from '../../src/domain/problem-code.ts';
import type { Row } from '../../src/domain/row.ts';
import type { Instant } from '../../src/domain/time.ts';
import type { PullResponse } from '../../src/protocol/pull.ts';
import type { Answer, PushResponse } from '../../src/protocol/push.ts';
import { historyScope } from '../../src/protocol/scope.ts';
import type { ContactNews, LocalStore } from '../../src/store/local-store.ts';
import { cancel, createContact } from '../support/command-samples.ts';
import { anna, contact, id, logMail, mika, noon, onServer, salesperson, template } from '../support/domain-samples.ts';
import { saveContact } from '../support/new-command-samples.ts';
import { localStoreCommandsSuite } from './local-store-commands.ts';
import { localStoreHistorySuite } from './local-store-history.ts';
import { localStoreListSuite } from './local-store-list.ts';
import { localStorePurgesSuite } from './local-store-purges.ts';
import { localStoreTrimSuite } from './local-store-trim.ts';

export interface LocalStoreFactory {
  open(limits?: { mostEntries: number }): Promise<LocalStore>;
  /** Opens what `open` opened last once more, as after the pane was closed; undefined where nothing outlives it. */
  reopen?: (() => Promise<LocalStore>) | undefined;
}

const bob = contact(1, { email: 'bob@harbourpine.example' as EmailAddress, companyId: id<ContactId>(9) });
const cleo = contact(2, { otherEmails: ['cleo@home.example' as EmailAddress] });
const harbour = contact(9, { type: 'company', domains: ['harbourpine.example'] });
const key = 'message-id:one@example.com' as ItemKey;
const setup: Row[] = [template(), salesperson];

/** What every local store does. */
export function localStoreSuite(name: string, factory: LocalStoreFactory): void {
  describe(name, () => {
    let store: LocalStore;
    let stop: AbortController;
    beforeEach(async () => {
      stop = new AbortController();
      store = await factory.open();
      await store.takePull('setup', pulled(setup, 'e.2'), anna);
      await store.takePull('contacts', pulled([bob, cleo, harbour], 'e.9'), anna);
    });
    afterEach(() => {
      stop.abort();
      store.close();
    });

    it('shows what a command does before the server knows', async () => {
      expect(await store.perform(logMail(20, [bob], [key]), anna)).toEqual({
        outcome: 'saved',
        decided: true,
        joined: [],
      });
      const { entries } = await store.history(bob.id, { limit: 10 });
      expect(entries).toHaveLength(1);
      expect(entries[0]?.pending).toEqual([id(20)]);
      expect(await store.counts()).toEqual({ waiting: 1, refused: 0 });
    });

    it('keeps how far off the clock is, also when the server’s log is another one and after the pane was closed', async () => {
      expect(await store.clockOff()).toBe(0);
      await store.keepClockOff(-172_800_000);
      await store.resetEpoch(anna);
      expect(await store.clockOff()).toBe(-172_800_000);
      if (!factory.reopen) return;
      store.close();
      store = await factory.reopen();
      expect(await store.clockOff()).toBe(-172_800_000);
    });

    it('gives the outbox in the order of its commands, whole', async () => {
      const commands = [logMail(20, [bob], [key]), logMail(21, [cleo], ['message-id:two@example.com'])];
      for (const command of commands) await store.perform(command, anna);
      expect((await store.outbox(10)).map(({ command }) => command)).toEqual(commands);
      expect(await store.outbox(1)).toHaveLength(1);
    });

    it('gives one command, and those that were refused, without the others', async () => {
      for (const number of [20, 21, 22])
        await store.perform(logMail(number, [bob], [`message-id:${number}` as ItemKey]), anna);
      for (const number of [22, 20]) await store.refuseHere(id<CommandId>(number), 'template-not-found', anna);
      expect((await store.refused()).map(({ command }) => command.id)).toEqual([id(20), id(22)]);
      expect(await store.command(id<CommandId>(21))).toMatchObject({ state: 'waiting', command: { id: id(21) } });
      expect(await store.command(id<CommandId>(22))).toMatchObject({ refusal: { code: 'template-not-found' } });
      expect(await store.command(id<CommandId>(23))).toBeUndefined();
    });

    it('keeps a command that is performed twice once', async () => {
      await store.perform(logMail(20, [bob], [key]), anna);
      await store.perform(logMail(20, [bob], [key]), anna);
      expect(await store.counts()).toEqual({ waiting: 1, refused: 0 });
    });

    it('writes nothing for a command that the rule refuses', async () => {
      const blocked = contact(3, { privacyBlocked: true });
      await store.takeRows([blocked], anna);
      expect(await store.perform(logMail(20, [blocked], [key]), anna)).toMatchObject({
        outcome: 'refused',
        code: 'contact-blocked',
      });
      expect(await store.commands()).toEqual([]);
    });

    it('keeps a command unseen whose contact is not here, and shows it when the contact comes', async () => {
      const far = contact(40);
      expect(await store.perform(logMail(20, [far], [key]), anna)).toMatchObject({ outcome: 'saved', decided: false });
      expect((await store.commands())[0]?.state).toBe('waiting-unseen');
      await store.takeRows([far], anna);
      expect((await store.commands())[0]?.state).toBe('waiting');
      expect((await store.history(far.id, { limit: 10 })).entries).toHaveLength(1);
    });

    it('swaps the pending entry for the answered one without a moment between', async () => {
      const command = logMail(20, [bob], [key]);
      await store.perform(command, anna);
      const seen: number[] = [];
      await watched(
        store,
        seen,
        () => answer(store, [command]),
        (entries) => entries.every(({ pending }) => pending.length === 0),
      );
      expect(new Set(seen)).toEqual(new Set([1]));
      expect(await store.counts()).toEqual({ waiting: 0, refused: 0 });
    });

    it('leads an id that was joined to the entry that was there', async () => {
      const theirs = accepted(logMail(30, [bob], [key]), mika, 50);
      const mine = logMail(20, [bob], [key], { note: 'Called too' });
      await store.perform(mine, anna);
      const mineId = entryOf(mine);
      const theirsId = entryOf(logMail(30, [bob], [key]));
      await store.takeAnswers(
        response(theirs, [joined(mine.id, [{ kind: 'entry', from: mineId, to: theirsId }])]),
        noon,
        anna,
      );
      expect((await store.entry(mineId))?.entry.id).toBe(theirsId);
      expect((await store.history(bob.id, { limit: 10 })).entries.map(({ entry }) => entry.id)).toEqual([theirsId]);
    });

    it('decides what waits anew when somebody was faster', async () => {
      const mine = logMail(20, [bob], [key], { note: 'Called too' });
      await store.perform(mine, anna);
      await store.takeRows(accepted(logMail(30, [bob], [key]), mika, 50), anna);
      const theirsId = entryOf(logMail(30, [bob], [key]));
      expect((await store.history(bob.id, { limit: 10 })).entries.map(({ entry }) => entry.id)).toEqual([theirsId]);
      expect((await store.comments(theirsId)).map(({ body }) => body)).toEqual(['Called too']);
      expect((await store.entry(entryOf(mine)))?.entry.id).toBe(theirsId);
      expect(await store.counts()).toEqual({ waiting: 1, refused: 0 });
    });

    it('says at once which entry a command joined', async () => {
      await store.takeRows(accepted(logMail(30, [bob], [key]), mika, 50), anna);
      const theirsId = entryOf(logMail(30, [bob], [key]));
      expect(await store.perform(logMail(20, [bob], [key]), anna)).toEqual({
        outcome: 'saved',
        decided: true,
        joined: [theirsId],
      });
    });

    it('keeps a refused command with its code and shows no effect of it', async () => {
      const command = logMail(20, [bob], [key]);
      await store.perform(command, anna);
      await store.perform(cancel(21, [entryOf(command)], { needs: [command.id] }), anna);
      await store.takeAnswers(response([], [refusal(command.id, 'contact-blocked', bob.id)]), noon, anna);
      expect(await store.commands()).toEqual([
        {
          seq: expect.any(Number),
          command,
          state: 'refused',
          refusal: { code: 'contact-blocked', detail: { id: bob.id } },
        },
        { seq: expect.any(Number), command: expect.objectContaining({ id: id(21) }), state: 'waiting-unseen' },
      ]);
      expect((await store.history(bob.id, { limit: 10 })).entries).toEqual([]);
      expect((await store.outbox(10)).map((one) => one.command.id)).toEqual([id(21)]);
    });

    it('retries a refused command under a new id at the end', async () => {
      const command = logMail(20, [bob], [key]);
      await store.perform(command, anna);
      await store.takeAnswers(response([], [refusal(command.id, 'entry-changed')]), noon, anna);
      await store.perform(logMail(21, [cleo], ['message-id:two@example.com']), anna);
      await store.retry(command.id, { ...command, id: id<CommandId>(22) }, anna);
      expect((await store.commands()).map((one) => one.command.id)).toEqual([id(21), id(22)]);
    });

    it('forgets a discarded command and its effect', async () => {
      await store.perform(logMail(20, [bob], [key]), anna);
      await store.discard(id<CommandId>(20), anna);
      expect(await store.commands()).toEqual([]);
      expect((await store.history(bob.id, { limit: 10 })).entries).toEqual([]);
      expect(await store.itemByKeys([key])).toBeUndefined();
    });

    it('writes a row only over a lower rev', async () => {
      await store.takeRows([{ ...bob, rev: 60, name: 'Robert' }], anna);
      await store.takeRows([{ ...bob, rev: 59, name: 'Rob' }], anna);
      expect((await store.contact(bob.id))?.name).toBe('Robert');
    });

    it('undoes a log that waits', async () => {
      const command = logMail(20, [bob], [key]);
      await store.perform(command, anna);
      await store.perform(cancel(21, [entryOf(command)], { undoes: command.id, needs: [command.id] }), anna);
      const [shown] = (await store.history(bob.id, { limit: 10 })).entries;
      expect(shown?.entry.canceled.map(({ commandId }) => commandId)).toEqual([id(21)]);
      expect(shown?.pending).toEqual([id(20), id(21)]);
      const rows = await answer(store, [command]);
      expect(rows.length).toBeGreaterThan(0);
      expect((await store.entry(entryOf(command)))?.pending).toEqual([id(21)]);
    });

    it('logs with a contact that only this device knows yet, and follows it when it joins another', async () => {
      const nora = id<ContactId>(70);
      const create = createContact(20, nora, { email: 'nora@harbourpine.example' as EmailAddress });
      await store.perform(create, anna);
      const log = logMail(21, [{ ...bob, id: nora, companyId: null }], [key]);
      await store.perform(log, anna);
      expect((await store.history(nora, { limit: 10 })).entries).toHaveLength(1);
      const theirs = contact(80, { email: 'nora@harbourpine.example' as EmailAddress });
      await store.takeAnswers(
        response([theirs], [joined(create.id, [{ kind: 'contact', from: nora, to: theirs.id }])]),
        noon,
        anna,
      );
      expect((await store.contact(nora))?.id).toBe(theirs.id);
      expect((await store.history(theirs.id, { limit: 10 })).entries.map(({ entry }) => entry.contactId)).toEqual([
        theirs.id,
      ]);
      expect((await store.contacts()).map((one) => one.id)).not.toContain(nora);
    });

    it('finds contacts by any address, companies by domain, and neither once merged away', async () => {
      const find = async () => [
        ...(await store.contactsByAddress(['cleo@home.example' as EmailAddress])),
        ...(await store.companiesByDomain(['harbourpine.example'])),
      ];
      expect((await find()).map((one) => one.id)).toEqual([cleo.id, harbour.id]);
      await store.takeRows([{ ...cleo, rev: 90, mergedInto: bob.id }], anna);
      expect((await find()).map((one) => one.id)).toEqual([harbour.id]);
    });

    it('starts the history of a contact again when another is merged into it', async () => {
      await store.takePull(historyScope(cleo.id), pulled([], 'e.60'), anna);
      await store.takeRows([{ ...bob, rev: 90, mergedInto: cleo.id }], anna);
      expect(await store.cursor(historyScope(cleo.id))).toBeUndefined();
    });

    it('starts a history again when another is merged into it once more, and the separation in between never came here', async () => {
      await store.takeRows([{ ...bob, rev: 80, mergedInto: cleo.id }], anna);
      await store.takePull(historyScope(cleo.id), pulled([], 'e.85'), anna);
      await store.takeRows([{ ...bob, rev: 90, mergedInto: cleo.id }], anna);
      expect(await store.cursor(historyScope(cleo.id))).toBeUndefined();
    });

    it('does not start a history with a page from before another contact was merged into it', async () => {
      await store.openScope(historyScope(cleo.id));
      await store.takeRows([{ ...bob, rev: 90, mergedInto: cleo.id }], anna);
      await store.takePull(historyScope(cleo.id), pulled([], 'e.89'), anna);
      expect(await store.unstartedScopes()).toContain(historyScope(cleo.id));
      await store.takePull(historyScope(cleo.id), pulled([], 'e.90'), anna);
      expect(await store.cursor(historyScope(cleo.id))).toBe('e.90');
    });

    it('moves a cursor only from where the pull was asked', async () => {
      await store.takePull('mine', pulled([], 'e.10'), anna);
      await store.takePull('mine', pulled([], 'e.30'), anna, 'e.20');
      expect(await store.cursor('mine')).toBe('e.10');
      await store.takePull('mine', pulled([], 'e.20'), anna, 'e.10');
      expect(await store.cursor('mine')).toBe('e.20');
    });

    it('takes a live event into the scopes that are far enough and names the others', async () => {
      await store.takePull(historyScope(bob.id), pulled([], 'e.40'), anna);
      const rows = accepted(logMail(30, [bob], [key]), mika, 50);
      const behind = await store.takeLive({ epoch: 'e', from: 40, to: 50, rows }, anna);
      expect(new Set(behind)).toEqual(new Set(['contacts', 'setup']));
      expect(await store.cursor(historyScope(bob.id))).toBe('e.50');
      expect((await store.history(bob.id, { limit: 5 })).entries).toHaveLength(1);
      expect(await store.takeLive({ epoch: 'e', from: 50, to: 60, rows: null }, anna)).toContain(historyScope(bob.id));
    });

    it('pulls a history anew when a live event says that another contact was merged into its own', async () => {
      await store.openScope(historyScope(cleo.id));
      await store.takePull(historyScope(cleo.id), pulled([], 'e.40'), anna);
      const merged = { ...bob, mergedInto: cleo.id, rev: 50 };
      await store.takePull('contacts', pulled([], 'e.40'), anna, 'e.9');
      await store.takeLive({ epoch: 'e', from: 40, to: 50, rows: [merged] }, anna);
      expect(await store.cursor('contacts')).toBe('e.50');
      expect(await store.unstartedScopes()).toEqual([historyScope(cleo.id)]);
    });

    it('leaves out of a live event what no scope here asks for', async () => {
      await store.takePull('mine', pulled([], 'e.40'), anna);
      await store.takeLive({ epoch: 'e', from: 40, to: 50, rows: accepted(logMail(30, [bob], [key]), mika, 50) }, anna);
      expect((await store.log({ limit: 5 })).entries).toEqual([]);
      expect(await store.itemByKeys([key])).toBeUndefined();
    });

    it('starts again on another epoch, and sends again what was accepted', async () => {
      const command = logMail(20, [bob], [key]);
      await store.perform(command, anna);
      await answer(store, [command]);
      await store.perform(cancel(21, [entryOf(command)]), anna);
      await store.takePull('setup', pulled([], 'other.1'), anna);
      expect(await store.contacts()).toEqual([]);
      expect(await store.cursor('contacts')).toBeUndefined();
      expect((await store.outbox(10)).map((one) => one.command.id)).toEqual([id(20), id(21)]);
      await store.takeRows([...setup, bob, harbour], anna);
      expect((await store.history(bob.id, { limit: 5 })).entries[0]?.entry.canceled).toHaveLength(1);
    });

    it('keeps what was accepted for thirty days and no longer', async () => {
      const first = logMail(20, [bob], [key]);
      const second = logMail(21, [cleo], ['message-id:two@example.com']);
      await store.perform(first, anna);
      await store.perform(second, anna);
      await answer(store, [first], '2026-10-01T00:00:00.000Z' as Instant);
      await answer(store, [second]);
      await store.resetEpoch(anna);
      expect((await store.outbox(10)).map((one) => one.command.id)).toEqual([id(21)]);
    });

    it('gives what is unsent, and takes it back only where it is not', async () => {
      const command = logMail(20, [bob], [key]);
      await store.perform(command, anna);
      const unsent = await store.unsent();
      expect(unsent).toEqual([command]);
      expect(await store.takeUnsent([...unsent, logMail(21, [cleo], [key])], anna)).toBe(1);
      await answer(store, [command]);
      expect(await store.takeUnsent(unsent, anna)).toBe(0);
    });

    it('performs many as it would one after the other, each seeing those before it', async () => {
      const pine = id<ContactId>(40);
      const commands = [
        createContact(30, pine, { type: 'company', name: 'Pine', email: '', domains: ['pine.example'] }),
        createContact(31, id<ContactId>(41), { companyId: pine }),
        // The same person once more: it joins the one before it.
        createContact(32, id<ContactId>(42), { email: 'person31@example.com' as EmailAddress, phones: ['040 1'] }),
        createContact(33, id<ContactId>(43), { companyId: bob.id }),
        createContact(34, id<ContactId>(44), { companyId: id<ContactId>(99) }),
        logMail(35, [contact(41)], [key]),
      ];
      const results = await store.performAll(commands, anna);
      expect(results.map((result) => (result.outcome === 'refused' ? result.code : result.outcome))).toEqual([
        'saved',
        'saved',
        'saved',
        'company-is-no-company',
        'saved',
        'saved',
      ]);
      expect(await store.contact(id<ContactId>(42))).toMatchObject({ id: id(41), companyId: pine, phones: ['040 1'] });
      expect((await store.history(id<ContactId>(41), { limit: 5 })).entries).toHaveLength(1);
      const kept = await store.commands();
      expect(kept.map(({ command }) => command.id)).toEqual([30, 31, 32, 34, 35].map((number) => id(number)));
      expect(kept.map(({ state }) => state)).toEqual(['waiting', 'waiting', 'waiting', 'waiting-unseen', 'waiting']);
      await store.performAll(commands, anna);
      expect((await store.counts()).waiting).toBe(5);
    });

    it('gives all contacts a part at a time, as they are shown', async () => {
      const made = Array.from({ length: 5 }, (_, at) => createContact(50 + at, id<ContactId>(3 + at)));
      await store.performAll(made, anna);
      await store.perform(saveContact(60, cleo, { name: 'Cleo the Second' }), anna);
      const all: Contact[] = [];
      for (let some = await store.contactsAfter(undefined, 3); some.length > 0; ) {
        all.push(...some);
        some = some.length < 3 ? [] : await store.contactsAfter(some.at(-1)?.id, 3);
      }
      expect(all).toEqual((await store.contacts()).sort((a, b) => (a.id < b.id ? -1 : 1)));
      expect(all).toHaveLength(8);
      expect(await store.contactsById([cleo.id, id<ContactId>(98)])).toMatchObject([{ name: 'Cleo the Second' }]);
    });

    it('tells which contacts were written, and nothing of other rows', async () => {
      const news: ContactNews[] = [];
      store.onContacts((one) => news.push(one), stop.signal);
      await store.perform(logMail(20, [bob], [key]), anna);
      expect(news).toEqual([]);
      await store.perform(createContact(30, id<ContactId>(40)), anna);
      expect(news).toEqual([[id(40)]]);
      await store.takeRows([contact(41, { rev: 90 })], anna);
      await store.discard(id<CommandId>(30), anna);
      expect(news.slice(1)).toEqual([[id(41)], [id(40)]]);
      await store.resetEpoch(anna);
      expect(news.at(-1)).toBe('all');
    });

    it('goes on watching after a read that failed', async () => {
      const taken: number[] = [];
      const failures: unknown[] = [];
      let fails = true;
      const first = Promise.withResolvers<void>();
      const second = Promise.withResolvers<void>();
      store.watch(
        async (reader) => {
          const { waiting } = await reader.counts();
          if (fails) throw new Error('no');
          return waiting;
        },
        (waiting) => {
          taken.push(waiting);
          if (waiting === 1) second.resolve();
        },
        stop.signal,
        (error) => {
          failures.push(error);
          first.resolve();
        },
      );
      await first.promise;
      fails = false;
      await store.perform(logMail(20, [bob], [key]), anna);
      await second.promise;
      expect(failures).toHaveLength(1);
    });

    it('tells a watch nothing after its signal', async () => {
      const taken: number[] = [];
      const started = Promise.withResolvers<void>();
      store.watch(
        async (reader) => (await reader.counts()).waiting,
        (waiting) => {
          taken.push(waiting);
          started.resolve();
        },
        stop.signal,
      );
      await started.promise;
      stop.abort();
      await store.perform(logMail(20, [bob], [key]), anna);
      await store.counts();
      expect(taken).toEqual([0]);
    });

    it('stores commands as they are on the wire', async () => {
      await store.perform(logMail(20, [bob], [key]), anna);
      const [kept] = await store.outbox(1);
      expect(v.parse(CommandSchema, JSON.parse(JSON.stringify(kept?.command)))).toEqual(kept?.command);
    });

    it('decides twenty clicks that come at once one after another', async () => {
      const results = await Promise.all(
        Array.from({ length: 20 }, (_, at) => store.perform(logMail(20 + at, [bob], [key]), anna)),
      );
      expect(results.filter((one) => one.outcome === 'saved' && one.joined.length === 0)).toHaveLength(1);
      expect((await store.history(bob.id, { limit: 50 })).entries).toHaveLength(1);
    });

    localStoreCommandsSuite(factory);
    localStoreHistorySuite(factory);
    localStoreListSuite(factory);
    localStorePurgesSuite(factory);
    localStoreTrimSuite(factory);

    const { reopen } = factory;
    if (reopen)
      it('has everything after it was closed and opened again', async () => {
        const command = logMail(20, [bob], [key]);
        await store.perform(command, anna);
        const before = [await store.commands(), await store.log({ limit: 10 }), await store.cursor('setup')];
        store.close();
        store = await reopen();
        expect(store.durable).toBe(true);
        expect([await store.commands(), await store.log({ limit: 10 }), await store.cursor('setup')]).toEqual(before);
      });
  });
}

/** The rows that the server has after `command` of `actor`, from rev `rev` on. */
function accepted(command: Command, actor: typeof anna, rev: number): Row[] {
  const known = knownFrom([...setup, bob, cleo, harbour]);
  const decision = decide(command, known, onServer(actor));
  if (decision.outcome !== 'done') throw new Error(`a sample was ${decision.outcome}`);
  return decision.changes.map((row) => ({ ...row, rev }));
}

async function answer(store: LocalStore, commands: readonly Command[], now: Instant = noon): Promise<Row[]> {
  const rows = commands.flatMap((command) => accepted(command, anna, 50));
  const answers = commands.map(({ id: commandId }): Answer => ({ commandId, outcome: 'done', aliases: [] }));
  await store.takeAnswers(response(rows, answers), now, anna);
  return rows;
}

function response(rows: Row[], answers: Answer[]): PushResponse {
  return { epoch: 'e', rev: 50, answers, rows };
}

function joined(commandId: CommandId, aliases: Alias[]): Answer {
  return { commandId, outcome: 'joined', aliases };
}

function refusal(commandId: CommandId, code: RefusalCode, about?: string): Answer {
  return {
    commandId,
    outcome: 'refused',
    aliases: [],
    code,
    ...(about === undefined ? {} : { detail: { id: about } }),
  };
}

function pulled(rows: Row[], cursor: string): PullResponse {
  return { rows, cursor, more: false, older: null };
}

function entryOf(command: LogInteraction): EntryId {
  const [first] = command.with;
  if (!first) throw new Error('a sample logs with somebody');
  return first.entryId;
}

/** What a watch of all entries saw while `act` went on, until it is as `wanted`. */
async function watched(
  store: LocalStore,
  seen: number[],
  act: () => Promise<unknown>,
  wanted: (entries: { entry: LogEntry; pending: CommandId[] }[]) => boolean,
): Promise<void> {
  const stop = new AbortController();
  const started = Promise.withResolvers<void>();
  const ended = Promise.withResolvers<void>();
  store.watch(
    async (reader) => (await reader.log({ limit: 10 })).entries,
    (entries) => {
      seen.push(entries.length);
      started.resolve();
      if (wanted(entries)) ended.resolve();
    },
    stop.signal,
  );
  await started.promise;
  await act();
  await ended.promise;
  stop.abort();
}
