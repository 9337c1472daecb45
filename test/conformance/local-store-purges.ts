import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Command, decide } from '../../src/domain/commands/command.ts';
import type { EmailAddress } from '../../src/domain/email-address.ts';
import type { PurgeId } from '../../src/domain/ids.ts';
import { knownFrom } from '../../src/domain/known.ts';
import type { Purge } from '../../src/domain/purge.ts';
import type { Row } from '../../src/domain/row.ts';
import { rowKey } from '../../src/domain/row-key.ts';
import { historyScope } from '../../src/protocol/scope.ts';
import type { LocalStore } from '../../src/store/local-store.ts';
import { createContact, reinstate } from '../support/command-samples.ts';
import { anna, contact, id, logMail, noon, onServer, salesperson, template } from '../support/domain-samples.ts';
import { comment, entryOf, followUp, saveContact } from '../support/new-command-samples.ts';
import type { LocalStoreFactory } from './local-store.ts';

const bob = contact(1, { email: 'bob.ortiz@harbourpine.example' as EmailAddress, name: 'Bob Ortiz' });
const eve = contact(2, { name: 'Eve Other' });
const setup: Row[] = [template(), salesperson];
const mail = logMail(20, [bob], ['message-id:a'], { note: 'about Bob Ortiz' });
const rows = rowsOf(mail, 10);

function rowsOf(command: Command, rev: number): Row[] {
  const decision = decide(command, knownFrom([...setup, bob, eve]), onServer(anna));
  if (decision.outcome !== 'done') throw new Error(JSON.stringify(decision));
  return decision.changes.map((row) => ({ ...row, rev }));
}

function purge(why: Purge['why'], rowKeys: string[], rev = 50): Purge {
  return { kind: 'purge', id: id<PurgeId>(rev), rev, why, at: noon, rowKeys };
}

/** What every local store makes of rows that are gone for good. */
export function localStorePurgesSuite(factory: LocalStoreFactory): void {
  describe('of what is gone for good', () => {
    let store: LocalStore;
    beforeEach(async () => {
      store = await factory.open();
      await store.takePull('setup', { rows: setup, cursor: 'e.9', more: false, older: null }, anna);
      await store.takePull('contacts', { rows: [bob, eve], cursor: 'e.9', more: false, older: null }, anna);
      await store.takePull(historyScope(bob.id), { rows, cursor: 'e.10', more: false, older: null }, anna);
    });
    afterEach(() => store.close());

    const take = (...purges: Purge[]) =>
      store.takePull('setup', { rows: purges, cursor: 'e.50', more: false, older: null }, anna, 'e.9');
    const deleted = purge('deleted', rows.map(rowKey));
    const erased = purge('erased', [`contact:${bob.id}`, ...rows.map(rowKey)]);
    const isEmpty = async () => {
      expect(await store.entry(entryOf(mail))).toBeUndefined();
      expect((await store.log({ limit: 10 })).entries).toEqual([]);
      expect(await store.itemByKeys(mail.item?.keys ?? [])).toBeUndefined();
    };

    it('forgets the rows and their comments, and shows no purge in the set-up', async () => {
      const said = rowsOf(mail, 10).find(({ kind }) => kind === 'entry');
      if (said?.kind !== 'entry') throw new Error('one was logged');
      const decision = decide(comment(21, said.id, 'hello'), knownFrom([said]), onServer(anna));
      await store.takeRows(
        decision.outcome === 'done' ? decision.changes.map((row) => ({ ...row, rev: 11 })) : [],
        anna,
      );
      expect(await store.comments(said.id)).toHaveLength(1);
      await take(deleted);
      await isEmpty();
      expect(await store.comments(said.id)).toEqual([]);
      expect((await store.setup()).templates).toHaveLength(1);
      expect(await store.contact(bob.id)).toEqual(bob);
    });

    it('is not brought back by an answer that was long on its way', async () => {
      await take(deleted);
      await store.takeRows(rows, anna);
      await store.takePull(historyScope(bob.id), { rows, cursor: 'e.49', more: false, older: null }, anna, 'e.10');
      await isEmpty();
    });

    it('lets an item be made again, by a later rev', async () => {
      await take(deleted);
      const again = logMail(30, [bob], ['message-id:a']);
      await store.takeRows(rowsOf({ ...again, item: mail.item }, 60), anna);
      expect((await store.itemByKeys(mail.item?.keys ?? []))?.entries.map(({ entry }) => entry.id)).toEqual([
        entryOf(again),
      ]);
    });

    it('keeps what was written about a deleted entry until the server refuses it', async () => {
      const late = comment(22, entryOf(mail), 'my words');
      await store.perform(late, anna);
      await take(deleted);
      expect(await store.outbox(10)).toMatchObject([{ command: late, state: 'waiting-unseen' }]);
      const answer = { commandId: late.id, outcome: 'refused' as const, aliases: [], code: 'entry-deleted' as const };
      await store.takeAnswers({ epoch: 'e', rev: 51, answers: [answer], rows: [] }, noon, anna);
      expect(await store.commands()).toMatchObject([{ command: late, refusal: { code: 'entry-deleted' } }]);
    });

    it('keeps with what was written about a deleted entry what that was, until the person it was with is erased', async () => {
      const words = comment(22, entryOf(mail), 'my words');
      const back = reinstate(26, entryOf(mail), null, [id(9)]);
      const link = followUp(27, eve, { entryId: entryOf(mail) });
      for (const command of [words, back, link]) expect(await store.perform(command, anna)).toBeDefined();
      const { day, description } = mail.interaction;
      const about = [{ entryId: entryOf(mail), contactId: bob.id, day, description }];
      const known = async () => (await store.commands()).map((one) => [one.command.id, one.about]);
      await take(deleted);
      expect(await known()).toEqual([
        [words.id, about],
        [back.id, about],
        [link.id, undefined],
      ]);
      await store.refuseHere(words.id, 'entry-deleted', anna);
      if (factory.reopen) {
        store.close();
        store = await factory.reopen();
      }
      expect(await store.refused()).toMatchObject([{ command: words, about }]);
      // The server no longer knows that the entry was with them: its purge does not name it.
      await store.takeRows([purge('erased', [`contact:${bob.id}`], 60)], anna);
      expect(await known()).toEqual([
        [words.id, undefined],
        [back.id, undefined],
        [link.id, undefined],
      ]);
      expect(JSON.stringify(await store.commands())).not.toContain(description);
    });

    it('takes nothing more about a deleted entry or an erased contact', async () => {
      await take(deleted, purge('erased', [`contact:${bob.id}`], 51));
      expect(await store.perform(comment(23, entryOf(mail), 'late'), anna)).toMatchObject({ code: 'entry-deleted' });
      expect(await store.perform(logMail(24, [bob], ['message-id:b']), anna)).toMatchObject({ code: 'contact-erased' });
      expect(await store.perform(logMail(25, [bob, eve], ['message-id:c']), anna)).toMatchObject({ outcome: 'saved' });
      expect(JSON.stringify(await store.commands())).not.toContain(bob.email);
    });

    it('forgets every command about an erased person, waiting, refused or accepted', async () => {
      const commands = [
        saveContact(31, bob, { name: 'Robert Ortiz' }),
        comment(32, entryOf(mail), 'words about Bob Ortiz'),
        logMail(33, [bob], ['message-id:d'], { note: 'refused about Bob Ortiz' }),
        followUp(34, bob, { text: 'call Bob Ortiz' }),
        logMail(35, [bob, eve], ['message-id:e']),
        createContact(36, id(77)),
      ];
      await store.perform(logMail(37, [bob], ['message-id:f']), anna);
      await store.takeAnswers(
        { epoch: 'e', rev: 12, answers: [{ commandId: id(37), outcome: 'done', aliases: [] }], rows: [] },
        noon,
        anna,
      );
      for (const command of commands) expect(await store.perform(command, anna)).toMatchObject({ outcome: 'saved' });
      await store.refuseHere(id(33), 'template-not-found', anna);

      await take(erased);
      const left = await store.commands();
      expect(left.map(({ command }) => command.id)).toEqual([id(35), id(36)]);
      expect(left[0]?.command).toMatchObject({ with: [{ contactId: eve.id }] });
      expect(
        JSON.stringify([left, await store.contacts(), await store.followUps({ userId: anna.userId })]),
      ).not.toMatch(/Ortiz|bob\.ortiz/);
      expect((await store.log({ limit: 10 })).entries.map(({ entry }) => entry.contactId)).toEqual([eve.id]);
      // What was accepted would be sent again to a server that lost it: but not what is about them.
      await store.resetEpoch(anna);
      expect((await store.outbox(10)).map(({ command }) => command.id)).toEqual([id(35), id(36)]);
    });

    it('says how many commands went with erased persons until the user was told, also after the pane was closed', async () => {
      expect(await store.erasedWork()).toBe(0);
      await store.perform(comment(51, entryOf(mail), 'about Bob Ortiz'), anna);
      await store.perform(followUp(52, bob, { text: 'call Bob Ortiz' }), anna);
      await store.perform(logMail(53, [bob], ['message-id:i']), anna);
      await store.perform(logMail(54, [eve], ['message-id:j']), anna);
      await store.refuseHere(id(53), 'template-not-found', anna);
      await take(erased);
      expect(await store.erasedWork()).toBe(3);
      await store.resetEpoch(anna);
      if (factory.reopen) {
        store.close();
        store = await factory.reopen();
      }
      expect(await store.erasedWork()).toBe(3);
      // One more went while the user read of the others.
      await store.perform(createContact(55, id(78)), anna);
      await store.takeRows([purge('erased', [`contact:${id(78)}`], 60)], anna);
      await store.noteErasedWork(3);
      expect(await store.erasedWork()).toBe(1);
      await store.noteErasedWork(1);
      expect(await store.erasedWork()).toBe(0);
      expect((await store.commands()).map(({ command }) => command.id)).toEqual([id(54)]);
    });

    it('tells of no command that goes on about others, and of none that a deleted entry leaves to be refused', async () => {
      await store.perform(logMail(56, [bob, eve], ['message-id:k']), anna);
      await store.perform(comment(57, entryOf(mail), 'words'), anna);
      await take(deleted);
      expect(await store.erasedWork()).toBe(0);
      await store.takeRows([purge('erased', [`contact:${bob.id}`], 60)], anna);
      expect((await store.commands()).map(({ command }) => command.id)).toContain(id(56));
    });

    it('takes back no file of unsent commands about an erased person', async () => {
      const unsent = [logMail(41, [bob], ['message-id:g']), logMail(42, [eve], ['message-id:h'])];
      await take(erased);
      expect(await store.takeUnsent(unsent, anna)).toBe(1);
      expect((await store.outbox(10)).map(({ command }) => command.id)).toEqual([id(42)]);
    });

    it('counts again after the server’s database became another one', async () => {
      await take(deleted);
      await store.takePull('setup', { rows: setup, cursor: 'other.9', more: false, older: null }, anna);
      await store.takeRows(rows, anna);
      expect(await store.entry(entryOf(mail))).toBeDefined();
    });
  });
}
