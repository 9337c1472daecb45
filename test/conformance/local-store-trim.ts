import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LogInteraction } from '../../src/domain/commands/log-interaction.ts';
import type { Contact } from '../../src/domain/contact.ts';
import type { ItemKey } from '../../src/domain/item.ts';
import type { Row } from '../../src/domain/row.ts';
import { historyScope } from '../../src/protocol/scope.ts';
import type { LocalStore } from '../../src/store/local-store.ts';
import { cancel } from '../support/command-samples.ts';
import { anna, contact, id, salesperson, template } from '../support/domain-samples.ts';
import { entryOf } from '../support/new-command-samples.ts';
import { datedMail, loggedAmong } from './dated-mails.ts';
import type { LocalStoreFactory } from './local-store.ts';

const harbour = contact(9, { type: 'company' });
const bob = contact(1, { companyId: harbour.id });
const cleo = contact(2);
const dina = contact(3);
const ella = contact(4);
const setup: Row[] = [template(), salesperson];
const contacts: Row[] = [bob, cleo, dina, ella, harbour];

const logged = loggedAmong([...setup, ...contacts]);

/** What a device that holds as much as it may gives up, and what not. */
export function localStoreTrimSuite(factory: LocalStoreFactory): void {
  describe('a device that is full', () => {
    let store: LocalStore;
    beforeEach(async () => {
      store = await factory.open({ mostEntries: 3 });
      await pull('setup', setup);
      await pull('contacts', contacts);
    });
    afterEach(() => store.close());

    const pull = async (scope: 'setup' | 'contacts' | 'mine' | ReturnType<typeof historyScope>, rows: Row[]) =>
      store.takePull(scope, { rows, cursor: 'e.200', more: false, older: null }, anna, await store.cursor(scope));
    const open = async (who: Contact, ...commands: LogInteraction[]) => {
      await store.openScope(historyScope(who.id));
      await pull(historyScope(who.id), logged(...commands));
    };
    const held = async () => (await store.log({ limit: 20 })).entries.map(({ entry }) => entry.commandId);
    const historyOf = async (who: Contact) =>
      (await store.history(who.id, { limit: 20 })).entries.map(({ entry }) => entry.commandId);
    const ids = (...numbers: number[]) => numbers.map((number) => id(number));

    it('gives up the oldest entries, and keeps those that wait', async () => {
      const oldest = datedMail(30, bob, 0);
      await pull('mine', logged(oldest));
      await store.perform(cancel(50, [entryOf(oldest)]), anna);
      await pull('mine', logged(...[1, 2, 3, 4].map((day) => datedMail(30 + day, bob, day))));
      await pull('mine', logged(datedMail(35, bob, 5)));
      expect(await held()).toEqual(ids(35, 34, 30));
      expect(await store.itemByKeys(['message-id:31@example.com' as ItemKey])).toBeUndefined();
    });

    it('keeps an older entry that it has just looked up, and can act on it', async () => {
      await pull('mine', logged(...[10, 11, 12].map((day) => datedMail(30 + day, bob, day))));
      const old = datedMail(30, cleo, 0);
      await store.takeRows(logged(old), anna);
      expect(await store.entry(entryOf(old))).toMatchObject({ entry: { commandId: id(30) }, pending: [] });
      await store.takeLive({ epoch: 'e', from: 200, to: 201, rows: logged(datedMail(43, bob, 13)) }, anna);
      await pull('mine', logged(datedMail(44, bob, 14)));
      expect(await store.entry(entryOf(old))).toBeDefined();
      await store.perform(cancel(50, [entryOf(old)]), anna);
      expect(await store.entry(entryOf(old))).toMatchObject({ entry: { canceled: [{}] }, pending: [id(50)] });
    });

    it('does not give up what the same answer brought, however old it is', async () => {
      await pull('mine', logged(...[10, 11, 12].map((day) => datedMail(30 + day, bob, day))));
      await pull('mine', logged(datedMail(30, cleo, 0)));
      expect(await held()).toEqual(ids(42, 41, 30));
    });

    it('keeps an old history that was opened, whole, while newer entries come', async () => {
      await pull('mine', logged(...[10, 11, 12].map((day) => datedMail(30 + day, bob, day))));
      await open(cleo, datedMail(30, cleo, 0), datedMail(31, cleo, 1));
      expect(await historyOf(cleo)).toEqual(ids(31, 30));
      await pull('mine', logged(datedMail(43, bob, 13), datedMail(44, bob, 14)));
      await pull('mine', logged(datedMail(45, bob, 15)));
      expect(await historyOf(cleo)).toEqual(ids(31, 30));
      expect(await held()).toEqual(ids(45, 31, 30));
    });

    it("keeps what is a company's through its people, and what was merged into a contact", async () => {
      await pull('contacts', [{ ...dina, mergedInto: cleo.id, rev: 60 }]);
      await open(cleo, datedMail(30, dina, 0));
      await open(harbour, datedMail(31, bob, 1));
      for (const day of [2, 3, 4]) await pull('mine', logged(datedMail(40 + day, ella, day)));
      await open(harbour);
      expect(await historyOf(harbour)).toEqual(ids(31));
      expect(await historyOf(cleo)).toContain(id(30));
    });

    it('gives up the history that was opened the longest ago, and its cursor: opened again it is pulled anew', async () => {
      await open(bob, datedMail(30, bob, 20));
      await open(cleo, datedMail(32, cleo, 10), datedMail(33, cleo, 11));
      await store.openScope(historyScope(bob.id));
      await open(dina, datedMail(34, dina, 0), datedMail(35, dina, 1));
      expect(await held()).toEqual(ids(30, 35, 34));
      expect(await store.cursor(historyScope(cleo.id))).toBeUndefined();
      expect(await store.cursor(historyScope(bob.id))).toBe('e.200');
      const histories = (await store.scopes()).filter((scope) => scope.startsWith('history:'));
      expect(histories).toEqual([historyScope(dina.id), historyScope(bob.id)]);
      await open(cleo, datedMail(32, cleo, 10), datedMail(33, cleo, 11));
      expect(await historyOf(cleo)).toEqual(ids(33, 32));
    });

    it('never gives up the history that was opened last, nor what a live event has just brought into it', async () => {
      await open(cleo, ...[0, 1, 2, 3, 4].map((day) => datedMail(30 + day, cleo, day)));
      const rows = logged(datedMail(29, cleo, -1));
      expect(await store.takeLive({ epoch: 'e', from: 200, to: 201, rows }, anna)).toEqual([]);
      await pull('mine', logged(datedMail(50, bob, 20)));
      expect(await historyOf(cleo)).toEqual(ids(34, 33, 32, 31, 30, 29));
      expect(await store.cursor(historyScope(cleo.id))).toBe('e.201');
    });
  });
}
