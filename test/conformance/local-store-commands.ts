import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Command, decide } from '../../src/domain/commands/command.ts';
import type { Actor } from '../../src/domain/decision.ts';
import type { EmailAddress } from '../../src/domain/email-address.ts';
import type { CampaignCode, ContactId, GroupCode, ItemId, TemplateCode } from '../../src/domain/ids.ts';
import { isLive } from '../../src/domain/is-live.ts';
import type { Item, ItemKey } from '../../src/domain/item.ts';
import { knownFrom } from '../../src/domain/known.ts';
import { isOffered } from '../../src/domain/offered.ts';
import type { Row } from '../../src/domain/row.ts';
import { rowKey } from '../../src/domain/row-key.ts';
import type { Day } from '../../src/domain/time.ts';
import { historyScope } from '../../src/protocol/scope.ts';
import type { LocalStore } from '../../src/store/local-store.ts';
import { cancel } from '../support/command-samples.ts';
import { anna, contact, id, logMail, mika, noon, onServer, salesperson, template } from '../support/domain-samples.ts';
import {
  closeFollowUp,
  comment,
  correct,
  deleteContact,
  entryOf,
  finish,
  followUp,
  merge,
  postpone,
  saveContact,
  saveSetup,
  separate,
} from '../support/new-command-samples.ts';
import type { LocalStoreFactory } from './local-store.ts';

const harbour = contact(9, { type: 'company', domains: ['harbourpine.example'] });
const bob = contact(1, { companyId: harbour.id, email: 'bob@harbourpine.example' as EmailAddress });
const robert = contact(2, { companyId: harbour.id });
const setup: Row[] = [
  { kind: 'group', id: 'SYSTEM' as GroupCode, rev: 1, description: { en: 'System' }, deleted: false },
  template(),
  template({ id: 'MEMO' as TemplateCode }),
  salesperson,
];
const contacts: Row[] = [bob, robert, harbour];
const due = (day: string) => ({ due: day as Day });

/** What every local store makes of contacts, follow-ups, campaigns, corrections and what is postponed. */
export function localStoreCommandsSuite(factory: LocalStoreFactory): void {
  describe('of all that a team keeps', () => {
    let store: LocalStore;
    beforeEach(async () => {
      store = await factory.open();
      await store.takePull('setup', { rows: setup, cursor: 'e.9', more: false, older: null }, anna);
      await store.takePull('contacts', { rows: contacts, cursor: 'e.9', more: false, older: null }, anna);
    });
    afterEach(() => store.close());

    const perform = async (...commands: Command[]) => {
      for (const command of commands)
        expect(await store.perform(command, anna)).toMatchObject({ outcome: 'saved', decided: true });
    };
    const history = async (contactId: ContactId) =>
      (await store.history(contactId, { limit: 50 })).entries.map(({ entry }) => entry);

    it('shows what is postponed in its own list only, until it is finished or canceled', async () => {
      const later = postpone(20, [bob]);
      const other = postpone(21, [robert]);
      await perform(later, other, logMail(22, [bob], ['message-id:a']));
      expect((await store.postponed(anna.userId)).map(({ entry }) => entry.id)).toEqual([
        entryOf(other),
        entryOf(later),
      ]);
      expect(await store.postponed(mika.userId)).toEqual([]);
      expect((await history(bob.id)).map(({ commandId }) => commandId)).toEqual([id(22)]);
      expect((await store.log({ limit: 10 })).entries).toHaveLength(1);

      await perform(finish(23, later), cancel(24, [entryOf(other)]));
      expect(await store.postponed(anna.userId)).toEqual([]);
      expect((await history(bob.id)).map((entry) => entry.id).sort()).toContain(entryOf(later));
      expect((await store.log({ limit: 10 })).entries).toHaveLength(2);
    });

    it('keeps what the server said is postponed out of full pages too', async () => {
      const rows = Array.from({ length: 12 }, (_, at) => {
        const number = 30 + at;
        return at % 2 === 0 ? postpone(number, [bob]) : logMail(number, [bob], [`message-id:${at}`]);
      }).flatMap((command) => accepted(command));
      await store.takePull(historyScope(bob.id), { rows, cursor: 'e.99', more: false, older: null }, anna);
      const first = await store.history(bob.id, { limit: 4 });
      expect(first.entries).toHaveLength(4);
      const rest = await store.history(bob.id, { limit: 4, ...(first.next ? { before: first.next } : {}) });
      expect([rest.entries.length, rest.next]).toEqual([2, null]);
      expect(await store.postponed(anna.userId)).toHaveLength(6);
    });

    it('lists follow-ups by user and by contact: open ones by day, then the last closed first', async () => {
      const [first, second, third] = [
        followUp(20, bob, due('2026-11-30')),
        followUp(21, robert, due('2026-11-24')),
        followUp(22, bob, { ...due('2026-11-20'), userId: mika.userId }),
      ];
      await perform(first, second, third, followUp(23, bob, due('2026-11-10')));
      await perform(closeFollowUp(24, { ...first, followUpId: id(23 + 0x8000) }));
      const texts = (found: { id: string }[]) => found.map((one) => one.id);
      expect(texts(await store.followUps({ userId: anna.userId }))).toEqual([
        second.followUpId,
        first.followUpId,
        id(23 + 0x8000),
      ]);
      expect(texts(await store.followUps({ contactId: bob.id }))).toEqual([
        third.followUpId,
        first.followUpId,
        id(23 + 0x8000),
      ]);
      expect(await store.followUps({ contactId: harbour.id })).toHaveLength(4);
    });

    it('takes the server for what becomes of a follow-up that moved to another list', async () => {
      const save = followUp(20, bob);
      await store.takePull('mine', { rows: accepted(save), cursor: 'e.50', more: false, older: null }, anna);
      const moved = accepted(followUp(20, bob, { userId: mika.userId })).map((row) => ({ ...row, rev: 60 }));
      await store.takeLive({ epoch: 'e', from: 50, to: 60, rows: moved }, anna);
      expect(await store.followUps({ userId: anna.userId })).toEqual([]);
      expect(await store.followUps({ contactId: bob.id })).toHaveLength(1);
    });

    it('reads the history of two merged contacts as one at once, and as two again', async () => {
      await perform(logMail(20, [bob], ['message-id:a']), logMail(21, [robert], ['message-id:b']));
      await perform(followUp(22, robert), merge(23, robert.id, bob.id));
      expect(await history(bob.id)).toHaveLength(2);
      expect(await history(robert.id)).toHaveLength(2);
      expect(await store.followUps({ contactId: bob.id })).toHaveLength(1);
      await perform(separate(24, robert.id, bob.id));
      expect(await history(bob.id)).toHaveLength(1);
      expect(await store.followUps({ contactId: bob.id })).toEqual([]);
    });

    it('joins what two merged contacts have of one mail', async () => {
      await store.takeRows(accepted(logMail(20, [robert], ['message-id:a'], { note: 'theirs' }), mika), anna);
      await perform(logMail(21, [bob], ['message-id:a'], { note: 'mine' }), merge(22, robert.id, bob.id));
      const live = (await history(bob.id)).filter(isLive);
      expect(live.map(({ contactId }) => contactId)).toEqual([bob.id]);
      const [entry] = live;
      expect(entry && (await store.comments(entry.id)).map(({ body }) => body)).toEqual(['theirs']);
    });

    it('takes contacts that were merged one after the other for one, whatever was logged before or after', async () => {
      const third = contact(3);
      await store.takeRows([third], anna);
      await perform(logMail(20, [robert], ['message-id:a']), logMail(21, [third], ['message-id:a']));
      await perform(merge(22, robert.id, bob.id), merge(23, bob.id, third.id));
      expect((await history(third.id)).filter(isLive).map(({ contactId }) => contactId)).toEqual([third.id]);
      await perform(logMail(24, [robert], ['message-id:a']));
      expect((await history(third.id)).filter(isLive)).toHaveLength(1);
      await perform(saveContact(25, third, { privacyBlocked: true }));
      expect(await store.perform(logMail(26, [robert], ['message-id:b']), anna)).toMatchObject({
        outcome: 'refused',
        code: 'contact-blocked',
      });
    });

    it('decides a merge anew when an earlier one comes from the server', async () => {
      const third = contact(3);
      await store.takeRows([third], anna);
      await perform(logMail(20, [robert], ['message-id:a']), logMail(21, [third], ['message-id:a']));
      await perform(merge(22, bob.id, third.id));
      expect((await history(third.id)).filter(isLive)).toHaveLength(1);
      await store.takeRows([{ ...robert, rev: 90, mergedInto: bob.id }], anna);
      expect((await history(third.id)).filter(isLive)).toHaveLength(1);
    });

    it('decides a merge anew when a mail that both have comes from the server', async () => {
      await perform(logMail(20, [bob], ['message-id:a']), merge(21, robert.id, bob.id));
      expect((await history(bob.id)).filter(isLive)).toHaveLength(1);
      const [mine] = await history(bob.id);
      const theirs = logMail(30, [robert], ['message-id:a']);
      await store.takeRows(accepted(theirs, mika), anna);
      expect((await history(bob.id)).filter(isLive).map(({ contactId }) => contactId)).toEqual([mine?.contactId]);
    });

    it('does not offer a deleted contact, and shows its entries at its company', async () => {
      await perform(logMail(20, [bob], ['message-id:a']), deleteContact(21, bob.id));
      expect(await store.contactsByAddress([bob.email as EmailAddress])).toEqual([]);
      expect((await store.contact(bob.id))?.deleted).toBe(true);
      expect((await store.contacts()).filter(isOffered).map((one) => one.id)).not.toContain(bob.id);
      expect(await history(harbour.id)).toHaveLength(1);
      await perform(deleteContact(22, harbour.id));
      expect(await store.companiesByDomain(['harbourpine.example'])).toEqual([]);
      expect(await history(harbour.id)).toHaveLength(1);
    });

    it('does not delete a contact with an open follow-up that waits here', async () => {
      await perform(followUp(20, bob));
      expect(await store.perform(deleteContact(21, bob.id), anna)).toMatchObject({ code: 'has-follow-ups' });
      await perform(closeFollowUp(22, followUp(20, bob)), deleteContact(23, bob.id));
    });

    it('shows changes of the set-up and of contacts before the server knows', async () => {
      const fields = { description: 'Fair in Turku', startsOn: null, endsOn: null };
      await perform(
        saveSetup(20, { what: 'campaign', code: 'FAIR' as CampaignCode, fields, saw: null }),
        saveSetup(21, { what: 'delete-template', code: 'MEMO' as TemplateCode, instead: null }),
        saveContact(22, bob, { name: 'Robert', email: 'rob@harbourpine.example' as EmailAddress }),
      );
      const { campaigns, templates } = await store.setup();
      expect(campaigns).toMatchObject([{ id: 'FAIR', description: 'Fair in Turku' }]);
      expect(templates.filter(isOffered).map((one) => one.id)).toEqual(['EMAIL']);
      expect(templates).toHaveLength(2);
      expect(await store.contactsByAddress([bob.email as EmailAddress])).toEqual([]);
      expect(await store.contactsByAddress(['rob@harbourpine.example' as EmailAddress])).toHaveLength(1);
    });

    it('decides on the set-up as it is when the server has changed it meanwhile', async () => {
      const memo = 'MEMO' as TemplateCode;
      await perform(saveSetup(20, { what: 'delete-template', code: memo, instead: null }));
      await store.takeRows([{ ...template({ id: memo, unitCost: 99 }), rev: 90 }], anna);
      const { templates } = await store.setup();
      expect(templates.find((one) => one.id === memo)).toMatchObject({ deleted: true, unitCost: 99 });
    });

    it('shows comments and corrections of an entry that only this device knows', async () => {
      const log = logMail(20, [bob], ['message-id:a']);
      await perform(log, comment(21, entryOf(log), 'He called'), correct(22, entryOf(log), { description: 'Offer' }));
      expect((await store.entry(entryOf(log)))?.entry).toMatchObject({
        description: 'Offer',
        corrections: [{ field: 'description', from: 'Quote 2291' }],
      });
      expect((await store.comments(entryOf(log))).map(({ body }) => body)).toEqual(['He called']);
      expect(await store.itemByKeys(['message-id:a' as ItemKey])).toMatchObject({
        entries: [{ pending: [id(20), id(22)] }],
      });
    });

    it('gives the item that an entry is about, and the one that took it over', async () => {
      const log = logMail(20, [bob], ['message-id:a']);
      await perform(log);
      const itemId = (await store.entry(entryOf(log)))?.entry.itemId ?? ('none' as ItemId);
      const item = await store.item(itemId);
      if (!item) throw new Error('it was logged');
      expect(item.keys).toContain('message-id:a');
      const older: Item = { ...item, id: id(70) as unknown as ItemId, rev: 90 };
      await store.takeRows([older, { ...item, id: id(71) as unknown as ItemId, rev: 91, mergedInto: older.id }], anna);
      expect((await store.item(id(71) as unknown as ItemId))?.id).toBe(older.id);
      expect(await store.item('nowhere' as ItemId)).toBeUndefined();
    });

    it('forgets follow-ups and the set-up with everything else of another epoch', async () => {
      await store.takePull(
        'mine',
        { rows: accepted(followUp(20, bob)), cursor: 'e.50', more: false, older: null },
        anna,
      );
      expect(await store.followUps({ userId: anna.userId })).toHaveLength(1);
      await store.resetEpoch(anna);
      expect(await store.followUps({ userId: anna.userId })).toEqual([]);
      expect((await store.setup()).templates).toEqual([]);
    });
  });
}

/** The rows that the server has after `command` of `actor`. */
function accepted(command: Command, actor: Actor = anna): Row[] {
  const decision = decide(command, knownFrom([...setup, ...contacts]), onServer(actor, noon));
  if (decision.outcome !== 'done') throw new Error(`a sample was ${decision.outcome}`);
  const rows = new Map(decision.changes.map((row) => [rowKey(row), { ...row, rev: 50 }]));
  return [...rows.values()];
}
