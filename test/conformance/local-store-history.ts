import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Row } from '../../src/domain/row.ts';
import { historyScope } from '../../src/protocol/scope.ts';
import type { LocalStore } from '../../src/store/local-store.ts';
import { placeOf } from '../../src/store/place.ts';
import { anna, contact, id, salesperson, template } from '../support/domain-samples.ts';
import { datedMail, loggedAmong } from './dated-mails.ts';
import type { LocalStoreFactory } from './local-store.ts';

const harbour = contact(9, { type: 'company' });
const bob = contact(1, { companyId: harbour.id });
const cleo = contact(2);
const setup: Row[] = [template(), salesperson];
const contacts: Row[] = [bob, cleo, harbour];
const logged = loggedAmong([...setup, ...contacts]);
const ofBob = historyScope(bob.id);

/** What a device shows of a contact's history. */
export function localStoreHistorySuite(factory: LocalStoreFactory): void {
  describe('a history', () => {
    let store: LocalStore;
    beforeEach(async () => {
      store = await factory.open();
      await store.takePull('setup', page(setup), anna);
      await store.takePull('contacts', page(contacts), anna);
    });
    afterEach(() => store.close());

    const page = (rows: Row[], older: string | null = null) => ({ rows, cursor: 'e.200', more: false, older });
    const wholeTo = async () => (await store.history(bob.id, { limit: 5 })).wholeTo;
    const mail = (number: number) => datedMail(number, bob, number - 30);
    const placesOf = (rows: readonly Row[]) => rows.flatMap((row) => (row.kind === 'entry' ? [placeOf(row)] : []));

    it('is read page by page, newest first, with what waits between', async () => {
      const held = Array.from({ length: 7 }, (_, at) => datedMail(30 + at, bob, at));
      await store.takePull(ofBob, page(logged(...held)), anna);
      await store.perform(datedMail(50, bob, 3.5), anna);
      const ids: string[] = [];
      let before: string | undefined;
      for (let number = 0; number < 10; number += 1) {
        const { entries, next } = await store.history(bob.id, { limit: 3, before });
        ids.push(...entries.map(({ entry }) => entry.commandId));
        if (next === null) break;
        before = next;
      }
      expect(ids).toEqual([36, 35, 34, 50, 33, 32, 31, 30].map((one) => id(one)));
    });

    it('of a company has the entries of its people, that of a contact those of who was merged into it', async () => {
      await store.takeRows(logged(mail(30)), anna);
      expect((await store.history(harbour.id, { limit: 5 })).entries).toHaveLength(1);
      expect((await store.history(cleo.id, { limit: 5 })).entries).toHaveLength(0);
      await store.takeRows([{ ...bob, rev: 90, mergedInto: cleo.id }], anna);
      expect((await store.history(cleo.id, { limit: 5 })).entries).toHaveLength(1);
      expect((await store.history(bob.id, { limit: 5 })).entries).toHaveLength(1);
    });

    it('of a contact alone has none of whom it was merged into', async () => {
      const ofCleo = datedMail(31, cleo, 0);
      await store.takeRows(logged(mail(30), ofCleo), anna);
      await store.takeRows([{ ...bob, rev: 90, mergedInto: cleo.id }], anna);
      const commands = async (alone: boolean) =>
        (await store.history(bob.id, { limit: 5, alone })).entries.map(({ entry }) => entry.commandId).sort();
      expect(await commands(false)).toEqual([id(30), id(31)]);
      expect(await commands(true)).toEqual([id(30)]);
    });

    it('says how far back it is whole, until its last page is here', async () => {
      // One's own come before any history is opened, and are further back than its first page.
      await store.takePull('mine', page(logged(mail(30))), anna);
      expect(await wholeTo()).toBeUndefined();
      const newest = logged(mail(35), mail(36));
      await store.takePull(ofBob, page(newest, 'older.1'), anna);
      expect(await wholeTo()).toBe(placesOf(newest)[0]);
      const older = logged(mail(33), mail(34));
      await store.takeOlder(ofBob, page(older, 'older.2'), anna);
      expect(await wholeTo()).toBe(placesOf(older)[0]);
      await store.takePull(ofBob, page(logged(mail(37))), anna, 'e.200');
      expect(await wholeTo()).toBe(placesOf(older)[0]);
      await store.takeOlder(ofBob, page(logged(mail(31), mail(32))), anna);
      expect(await wholeTo()).toBeUndefined();
    });

    it('that starts again is whole only as far as its new first page', async () => {
      const before = logged(mail(30), mail(31));
      await store.takePull(ofBob, page(before), anna);
      await store.resetScope(ofBob);
      const newest = logged(mail(35), mail(36));
      await store.takePull(ofBob, page(newest, 'older.1'), anna);
      expect(await wholeTo()).toBe(placesOf(newest)[0]);
    });
  });
}
