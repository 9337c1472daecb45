import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CampaignCode, ContactId, GroupCode, TemplateCode, TenantId } from '../../src/domain/ids.ts';
import { isLive } from '../../src/domain/is-live.ts';
import type { LogEntry } from '../../src/domain/log-entry.ts';
import { Row, type RowKind, type RowOf } from '../../src/domain/row.ts';
import { rowKey } from '../../src/domain/row-key.ts';
import type { Day, Instant } from '../../src/domain/time.ts';
import { historyScope, type Scope } from '../../src/protocol/scope.ts';
import type { StatisticsQuery } from '../../src/protocol/statistics.ts';
import type { LogStore, Principal } from '../../src/server/log-store.ts';
import { cancel, createContact } from '../support/command-samples.ts';
import { anna, contact, id, logMail, mika, noon, salesperson, template } from '../support/domain-samples.ts';
import {
  closeFollowUp,
  comment,
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
import type { LogStoreFactory } from './log-store.ts';

const tenantId = id<TenantId>(0x71);
const asAnna: Principal = { ...anna, tenantId };
const asMika: Principal = { ...mika, tenantId };
const outsider: Principal = { ...anna, tenantId: id<TenantId>(0x72) };

const company = contact(9, { type: 'company', name: 'Harbour & Pine Ltd', no: null });
const bob = contact(1, { name: 'Bob Ortiz', companyId: company.id, no: null });
const robert = contact(2, { name: 'Robert Ortiz', companyId: company.id, no: null });
const group: Row = { kind: 'group', id: 'SYSTEM' as GroupCode, rev: 0, description: { en: 'System' }, deleted: false };
const memo = template({ id: 'MEMO' as TemplateCode });
const rows: Row[] = [group, template(), memo, salesperson, company, bob, robert].map((row) => ({ ...row, rev: 0 }));

/** What every log store makes of contacts, follow-ups, campaigns, statistics and what is postponed. */
export function logStoreCommandsSuite(factory: LogStoreFactory): void {
  describe('of all that a team keeps', () => {
    let store: LogStore;
    beforeEach(async () => {
      store = await factory.open();
      for (const tenant of [tenantId, outsider.tenantId])
        await store.createTenant({ tenantId: tenant, name: 'Aurinko Oy' }, rows);
    });
    afterEach(() => store.close());

    const outcomes = async (principal: Principal, ...commands: unknown[]) =>
      (await store.push(principal, commands, noon)).answers.map(({ outcome, code }) => code ?? outcome);
    async function pull(principal: Principal, scope: Scope, cursor?: string, limit = 500) {
      const pulled = await store.pull(principal, scope, { limit, ...(cursor === undefined ? {} : { cursor }) });
      if (pulled.state === 'expired') throw new Error('the cursor expired');
      return pulled.response;
    }
    async function all<K extends RowKind>(kind: K): Promise<RowOf<K>[]> {
      const { rows: changed } = await store.changesSince(asAnna, 0, 10_000);
      return (changed ?? []).filter((row): row is RowOf<K> => row.kind === kind);
    }
    const only = <K extends RowKind>(found: readonly Row[], kind: K) =>
      found.filter((row): row is RowOf<K> => row.kind === kind);

    describe('follow-ups', () => {
      it("come with their user's entries and with the history of their contact and its company, to nobody else", async () => {
        const save = followUp(1, bob, { userId: mika.userId });
        await outcomes(asAnna, save);
        for (const scope of ['mine', historyScope(bob.id), historyScope(company.id)] as const)
          expect(only((await pull(asMika, scope)).rows, 'follow-up').map((one) => one.id)).toEqual([save.followUpId]);
        expect((await pull(asAnna, 'mine')).rows).toEqual([]);
        expect((await pull(asMika, historyScope(robert.id))).rows).toEqual([]);
        expect((await pull(outsider, historyScope(bob.id))).rows).toEqual([]);
      });

      it('tell whoever had one on the list that it moved to another', async () => {
        const save = followUp(1, bob);
        await outcomes(asAnna, save);
        const { cursor } = await pull(asAnna, 'mine');
        const moved = { ...followUp(2, robert, { userId: mika.userId }), followUpId: save.followUpId };
        expect(await outcomes(asMika, moved)).toEqual(['done']);
        expect((await pull(asAnna, 'mine', cursor)).rows).toMatchObject([
          { userId: mika.userId, contactId: robert.id },
        ]);
      });

      it('end with the same rows by a snapshot as by the changes, page by page among entries', async () => {
        await outcomes(asAnna, followUp(1, bob), logMail(2, [bob], ['message-id:a']));
        const held = new Map<string, Row>();
        const first = await pull(asAnna, 'mine');
        const take = (found: readonly Row[]) => {
          for (const row of found) held.set(rowKey(row), row);
        };
        take(first.rows);
        for (let at = 0; at < 6; at += 1)
          await outcomes(asAnna, followUp(0x20 + at, bob), logMail(0x30 + at, [bob], [`message-id:${at}`]));
        await outcomes(asAnna, closeFollowUp(0x40, followUp(1, bob)));
        let { cursor } = first;
        for (let more = true; more; ) {
          const page = await pull(asAnna, 'mine', cursor, 3);
          take(page.rows);
          ({ cursor, more } = page);
        }
        const snapshot = await pull(asAnna, 'mine');
        expect(only(snapshot.rows, 'follow-up')).toHaveLength(7);
        expect(new Map([...held].sort())).toEqual(
          new Map(snapshot.rows.map((row) => [rowKey(row), row] as const).sort()),
        );
      });

      it('hold back the deletion of their contact, also within one push', async () => {
        expect(await outcomes(asAnna, followUp(1, bob), deleteContact(2, bob.id))).toEqual(['done', 'has-follow-ups']);
        expect(await outcomes(asMika, deleteContact(3, bob.id))).toEqual(['has-follow-ups']);
        expect(await outcomes(asMika, closeFollowUp(4, followUp(1, bob)), deleteContact(5, bob.id))).toEqual([
          'done',
          'done',
        ]);
      });
    });

    describe('contacts', () => {
      it('that were merged share one history, and have one live entry of a mail that both had', async () => {
        await outcomes(asAnna, logMail(1, [bob], ['message-id:a']), logMail(2, [robert], ['message-id:b']));
        await outcomes(asMika, logMail(3, [robert], ['message-id:a'], { note: 'to Robert' }));
        expect(await outcomes(asAnna, merge(4, robert.id, bob.id))).toEqual(['done']);
        const { rows: history } = await pull(asAnna, historyScope(bob.id));
        expect(only(history, 'entry').filter(isLive)).toHaveLength(2);
        expect(only(history, 'comment')).toMatchObject([{ body: 'to Robert', userId: mika.userId }]);
        expect(await outcomes(asAnna, separate(5, robert.id, bob.id))).toEqual(['done']);
        expect(only((await pull(asAnna, historyScope(bob.id))).rows, 'entry')).toHaveLength(1);
      });

      it('that were merged one after the other are one: of a mail all had one entry is left, and a block holds for all', async () => {
        const third = contact(3, { name: 'Bert Ortiz' });
        await outcomes(asAnna, createContact(1, third.id, { email: '' }));
        await outcomes(asAnna, logMail(2, [robert], ['message-id:a']), logMail(3, [third], ['message-id:a']));
        await outcomes(asAnna, merge(4, robert.id, bob.id));
        await outcomes(asAnna, merge(5, bob.id, third.id));
        expect((await all('entry')).filter(isLive).map((entry) => entry.contactId)).toEqual([third.id]);
        expect(await outcomes(asMika, logMail(6, [robert], ['message-id:a']))).toEqual(['joined']);
        await outcomes(asMika, saveContact(7, third, { privacyBlocked: true }));
        expect(await outcomes(asMika, logMail(8, [robert], ['message-id:b']))).toEqual(['contact-blocked']);
      });

      it('of a company that is blocked by now are not logged with for another one', async () => {
        const blocking = saveContact(1, company, { privacyBlocked: true });
        const log = logMail(2, [{ ...bob, companyId: null }], ['message-id:a']);
        expect(await outcomes(asMika, blocking, log)).toEqual(['done', 'contact-blocked']);
        expect(await outcomes(asMika, logMail(3, [{ ...bob, companyId: null }], ['message-id:a']))).toEqual([
          'contact-blocked',
        ]);
      });

      it('are merged in the push that logged with them', async () => {
        const both = [logMail(1, [bob], ['message-id:a']), logMail(2, [robert], ['message-id:a'])];
        expect(await outcomes(asAnna, ...both, merge(3, robert.id, bob.id))).toEqual(['done', 'done', 'done']);
        expect((await all('entry')).filter(isLive)).toHaveLength(1);
      });

      it('that were deleted are found no more, and their entries are read at their company', async () => {
        await outcomes(asAnna, logMail(1, [bob], ['message-id:a']), deleteContact(2, bob.id));
        expect((await store.searchContacts(asAnna, 'bob', 10)).map((row) => row.id)).toEqual([]);
        expect(only((await pull(asAnna, historyScope(company.id))).rows, 'entry')).toHaveLength(1);
        await outcomes(asAnna, deleteContact(3, company.id));
        expect((await store.searchContacts(asAnna, 'harbour', 10)).map((row) => row.id)).toEqual([
          robert.id,
          company.id,
        ]);
      });
    });

    describe('the set-up', () => {
      it('is changed in its place, and two who make one code meet', async () => {
        const code = 'FAIR' as CampaignCode;
        const fields = (description: string) => ({ description, startsOn: null, endsOn: null });
        const make = (number: number, description: string, saw: string | null) =>
          saveSetup(number, {
            ...{ what: 'campaign', code, fields: fields(description) },
            saw: saw === null ? null : fields(saw),
          });
        const { cursor } = await pull(asAnna, 'setup');
        const asSecond: Principal = { ...asMika, role: 'admin' };
        expect(await outcomes(asAnna, make(1, 'Fair', null))).toEqual(['done']);
        expect(await outcomes(asSecond, make(2, 'Fair', null))).toEqual(['done']);
        expect(await outcomes(asSecond, make(3, 'Other fair', null))).toEqual(['changed-meanwhile']);
        expect(await outcomes(asSecond, make(4, 'Fair in Turku', 'Fair'))).toEqual(['done']);
        expect((await pull(asMika, 'setup', cursor)).rows).toMatchObject([{ id: code, description: 'Fair in Turku' }]);
      });

      it('lets no group go that a template is in, also one of the same push', async () => {
        const code = 'SYSTEM' as GroupCode;
        const remove = saveSetup(1, { what: 'delete-group', code });
        const without = [template(), memo].map((one, at) =>
          saveSetup(2 + at, { what: 'delete-template', code: one.id, instead: null }),
        );
        expect(await outcomes(asAnna, remove, ...without, { ...remove, id: id(9) })).toEqual([
          'group-in-use',
          'done',
          'done',
          'done',
        ]);
      });
    });

    it('does not let a comment be written over by another one', async () => {
      const log = logMail(1, [bob], ['message-id:a']);
      const mine = comment(2, entryOf(log), 'mine');
      await outcomes(asAnna, log, mine);
      const theirs = { ...comment(3, entryOf(log), 'theirs'), commentId: mine.commentId };
      expect(await outcomes(asMika, theirs)).toEqual(['invalid-command']);
    });

    it('finishes what was postponed under the same entry number', async () => {
      const later = postpone(1, [bob]);
      await outcomes(asAnna, later, logMail(2, [bob], ['message-id:a']), finish(3, later));
      const byNumber = (await all('entry')).sort((a, b) => (a.entryNo ?? 0) - (b.entryNo ?? 0));
      expect(byNumber.map(({ commandId, entryNo, postponed }) => [commandId, entryNo, postponed])).toEqual([
        [id(1), 1, false],
        [id(2), 2, false],
      ]);
    });

    it('brings what a user has postponed with the first page of their entries, however old it is', async () => {
      const old = { at: '2026-01-07T09:00:00.000Z' as Instant, day: '2026-01-07' as Day };
      const [mine, finished, theirs] = [postpone(1, [bob], old), postpone(2, [bob], old), postpone(3, [bob], old)];
      const newer = Array.from({ length: 5 }, (_, at) => logMail(10 + at, [bob], [`message-id:${at}`]));
      await outcomes(asAnna, mine, finished, cancel(4, [entryOf(finished)]), ...newer);
      await outcomes(asMika, theirs);
      const { rows: first, older } = await pull(asAnna, 'mine', undefined, 3);
      expect(only(first, 'entry').map((entry) => entry.commandId)).toEqual([14, 13, 12, 1].map((one) => id(one)));
      expect(older).not.toBeNull();
    });

    it('gives rows that its readers can read', async () => {
      const later = postpone(1, [bob]);
      await outcomes(asAnna, later, followUp(2, bob), merge(3, robert.id, bob.id));
      const { rows: changed } = await store.changesSince(asAnna, 0, 10_000);
      for (const row of changed ?? []) expect(v.parse(Row, row)).toEqual(row);
    });

    describe('statistics', () => {
      const sums = async (query: StatisticsQuery) => (await store.statistics(asAnna, query)).sums;
      const codes = async (query: StatisticsQuery) => (await sums(query)).map(({ code, count }) => [code, count]);
      const on = (day: string, over: Partial<LogEntry> = {}) => ({ day: day as Day, ...over });
      const fair = 'FAIR' as CampaignCode;
      beforeEach(async () => {
        const ofFair = { description: 'Fair in Turku', startsOn: null, endsOn: null };
        await outcomes(asAnna, saveSetup(7, { what: 'campaign', code: fair, fields: ofFair, saw: null }));
        const canceled = logMail(4, [bob], ['message-id:4'], on('2026-11-03'));
        await outcomes(
          asAnna,
          logMail(1, [bob, robert], ['message-id:1'], on('2026-11-01')),
          logMail(2, [bob], ['message-id:2'], on('2026-11-02', { templateCode: memo.id, campaignCode: fair })),
          logMail(3, [company], ['message-id:3'], on('2026-11-03', { campaignCode: fair, campaignResponse: true })),
          canceled,
          cancel(5, [entryOf(canceled)]),
          postpone(6, [bob], on('2026-11-03')),
        );
      });

      it('sum what is neither canceled nor postponed, the most first', async () => {
        expect(await store.statistics(asAnna, { by: 'template' })).toEqual({
          sums: [
            { code: 'EMAIL', count: 3, cost: 24, minutes: 3, responses: 1 },
            { code: 'MEMO', count: 1, cost: 8, minutes: 1, responses: 0 },
          ],
          total: { count: 4, cost: 32, minutes: 4, responses: 1 },
          more: false,
        });
        expect((await store.statistics(outsider, { by: 'template' })).total.count).toBe(0);
      });

      it('are by group, salesperson, campaign and contact too', async () => {
        expect(await codes({ by: 'group' })).toEqual([['SYSTEM', 4]]);
        expect(await codes({ by: 'salesperson' })).toEqual([['AK', 4]]);
        expect(await sums({ by: 'campaign' })).toMatchObject([{ code: 'FAIR', count: 2, responses: 1 }]);
        expect(await codes({ by: 'contact' })).toEqual([
          [bob.id, 2],
          [robert.id, 1],
          [company.id, 1],
        ]);
      });

      it('take days from the first to the last', async () => {
        const days = { from: '2026-11-02' as Day, to: '2026-11-03' as Day };
        expect((await store.statistics(asAnna, { by: 'group', ...days })).total.count).toBe(2);
        expect((await store.statistics(asAnna, { by: 'group', to: days.from })).total.count).toBe(3);
      });

      it('of a company are those of its people too, of a person their own', async () => {
        const countOf = async (contactId: ContactId) =>
          (await store.statistics(asAnna, { by: 'template', contact: contactId })).total.count;
        expect([await countOf(company.id), await countOf(bob.id), await countOf(robert.id)]).toEqual([4, 2, 1]);
      });

      it('count what was merged into a contact there, and follow corrections of what is live', async () => {
        await outcomes(asAnna, merge(0x20, robert.id, bob.id));
        expect(await codes({ by: 'contact', contact: bob.id })).toEqual([[bob.id, 2]]);
        await outcomes(asAnna, cancel(0x21, [entryOf(logMail(2, [bob], []))]), finish(0x22, postpone(6, [bob])));
        expect(await codes({ by: 'contact', contact: bob.id })).toEqual([[bob.id, 2]]);
      });
    });
  });
}
