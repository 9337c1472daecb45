import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Contact } from '../../src/domain/contact.ts';
import type { EmailAddress } from '../../src/domain/email-address.ts';
import type { CommandId, ContactId, SalespersonCode, TenantId } from '../../src/domain/ids.ts';
import { isLive } from '../../src/domain/is-live.ts';
import type { ItemKey } from '../../src/domain/item.ts';
import type { LogEntry } from '../../src/domain/log-entry.ts';
import type { Row } from '../../src/domain/row.ts';
import { rowKey } from '../../src/domain/row-key.ts';
import { historyScope, type Scope } from '../../src/protocol/scope.ts';
import type { LogStore, Principal } from '../../src/server/log-store.ts';
import { cancel, createContact, reinstate } from '../support/command-samples.ts';
import { anna, contact, id, logMail, mika, noon, salesperson, template } from '../support/domain-samples.ts';
import { logStoreCommandsSuite } from './log-store-commands.ts';

export interface LogStoreFactory {
  open(): Promise<LogStore>;
  /** Opens what `open` opened last once more, after it was closed; undefined where nothing outlives it. */
  reopen?: (() => Promise<LogStore>) | undefined;
}

const tenantId = id<TenantId>(0x71);
const otherTenant = id<TenantId>(0x72);
const asAnna: Principal = { ...anna, tenantId };
const asMika: Principal = { ...mika, tenantId };
const asManager: Principal = { ...anna, userId: id(0xa3), role: 'manager', tenantId };
const outsider: Principal = { ...anna, tenantId: otherTenant };

const company = contact(9, { type: 'company', name: 'Harbour & Pine Ltd', domains: ['harbourpine.example'], no: null });
const bob = contact(1, {
  name: 'Bob Ortiz',
  email: 'bob.ortiz@harbourpine.example' as EmailAddress,
  companyId: company.id,
  no: null,
});
const aino = contact(2, { name: 'Aino Hämäläinen', phones: ['+358 40 555 0122'], no: null });
const rows: Row[] = [template(), salesperson, company, bob, aino].map((row) => ({ ...row, rev: 0 }));

/** What every log store does. */
export function logStoreSuite(name: string, factory: LogStoreFactory): void {
  describe(name, () => {
    let store: LogStore;
    beforeEach(async () => {
      store = await factory.open();
      await store.createTenant({ tenantId, name: 'Aurinko Oy' }, rows);
      await store.createTenant({ tenantId: otherTenant, name: 'Muu Oy' }, rows);
    });
    afterEach(() => store.close());

    const push = (principal: Principal, ...commands: unknown[]) => store.push(principal, commands, noon);
    const outcomes = async (principal: Principal, ...commands: unknown[]) =>
      (await push(principal, ...commands)).answers.map(({ outcome, code }) => code ?? outcome);
    async function pull(
      principal: Principal,
      scope: Scope,
      at: { cursor?: string; before?: string; limit?: number } = {},
    ) {
      const pulled = await store.pull(principal, scope, { limit: 500, ...at });
      if (pulled.state === 'expired') throw new Error('the cursor expired');
      return pulled.response;
    }
    async function everything(principal: Principal): Promise<Map<string, Row>> {
      const { rows: all } = await store.changesSince(principal, 0, 10_000);
      return new Map((all ?? []).map((row) => [rowKey(row), row]));
    }
    const entriesIn = (found: readonly Row[]) => found.filter((row): row is LogEntry => row.kind === 'entry');

    describe('commands', () => {
      it('runs a command once, however often it comes, and answers the same', async () => {
        const command = logMail(1, [bob], ['message-id:a']);
        const first = await push(asAnna, command);
        const again = await push(asAnna, command);
        expect(again).toEqual(first);
        expect(first.answers).toEqual([{ commandId: command.id, outcome: 'done', aliases: [] }]);
        expect(first.rows.map(({ kind }) => kind).sort()).toEqual(['entry', 'item']);
      });

      it('runs a command once when one push names it twice or two pushes come at once', async () => {
        const command = logMail(1, [bob], ['message-id:a']);
        await Promise.all([push(asAnna, command, command), push(asAnna, command), push(asAnna, command)]);
        expect(entriesIn([...(await everything(asAnna)).values()])).toHaveLength(1);
      });

      it('gives a contact and each entry the next number without gaps, refusals between them or not', async () => {
        await push(asAnna, logMail(1, [bob, aino], ['message-id:a']), logMail(2, [contact(77)], ['message-id:b']));
        await push(asAnna, logMail(3, [bob], ['message-id:c']), createContact(4, id<ContactId>(50)));
        const all = [...(await everything(asAnna)).values()];
        expect(entriesIn(all).map(({ entryNo }) => entryNo)).toEqual([1, 2, 3]);
        expect(all.filter(({ kind }) => kind === 'contact').map((row) => (row as Contact).no)).toEqual([1, 2, 3, 4]);
      });

      it('joins a second person to the entry of the first and keeps the second note as a comment', async () => {
        const mine = logMail(1, [bob], ['message-id:a'], { note: 'first' });
        const theirs = logMail(2, [bob], ['message-id:a'], { note: 'second' });
        await push(asAnna, mine);
        const { answers, rows: concerned } = await push(asMika, theirs);
        expect(answers[0]?.outcome).toBe('joined');
        expect(answers[0]?.aliases).toContainEqual({
          kind: 'entry',
          from: theirs.with[0]?.entryId,
          to: mine.with[0]?.entryId,
        });
        expect(concerned.map(({ kind }) => kind).sort()).toEqual(['comment', 'entry', 'item']);
        expect(concerned.find(({ kind }) => kind === 'comment')).toMatchObject({ body: 'second', userId: mika.userId });
      });

      it('makes one live entry of one item and contact within one push', async () => {
        expect(
          await outcomes(asAnna, logMail(1, [bob], ['message-id:a']), logMail(2, [bob], ['message-id:a', 'ical:x|-'])),
        ).toEqual(['done', 'joined']);
        expect(await outcomes(asAnna, logMail(3, [bob], ['ical:x|-']))).toEqual(['joined']);
      });

      it('takes an id that was joined for what it was joined to, also in a later push', async () => {
        const mine = logMail(1, [bob], ['message-id:a']);
        const theirs = logMail(2, [bob], ['message-id:a']);
        await push(asAnna, mine);
        await push(asMika, theirs, cancel(3, [theirs.with[0]!.entryId], { undoes: id<CommandId>(2) }));
        const entry = () => everything(asAnna).then((all) => all.get(`entry:${mine.with[0]!.entryId}`) as LogEntry);
        expect(isLive(await entry())).toBe(true);
        await push(asMika, cancel(4, [theirs.with[0]!.entryId]));
        expect(isLive(await entry())).toBe(false);
      });

      it('joins two new contacts with one address, and logs with the second are logs with the first', async () => {
        const twin = { email: 'new@example.com' as EmailAddress };
        const log = { ...logMail(3, [contact(52)], ['message-id:a']), needs: [id<CommandId>(2)] };
        await push(asAnna, createContact(1, id<ContactId>(51), twin));
        const { answers } = await push(asMika, createContact(2, id<ContactId>(52), twin), log);
        expect(answers.map(({ outcome }) => outcome)).toEqual(['joined', 'done']);
        expect(entriesIn((await pull(asAnna, historyScope(id<ContactId>(51)))).rows)).toHaveLength(1);
      });

      it('lets a later command of a push see what an earlier one made', async () => {
        const log = { ...logMail(2, [contact(60)], ['message-id:a']), needs: [id<CommandId>(1)] };
        const entryId = log.with[0]!.entryId;
        expect(
          await outcomes(
            asAnna,
            createContact(1, id<ContactId>(60)),
            log,
            cancel(3, [entryId]),
            reinstate(4, entryId, log.item!.id, [id<CommandId>(3)]),
          ),
        ).toEqual(['done', 'done', 'done', 'done']);
      });

      it('refuses what needs a refused or unknown command, by that code, and all else by its own', async () => {
        const needing = (need: number, number: number) => ({
          ...logMail(number, [bob], [`message-id:${number}`]),
          needs: [id<CommandId>(need)],
        });
        expect(
          await outcomes(
            asAnna,
            logMail(1, [contact(77)], ['message-id:a']),
            needing(1, 2),
            needing(2, 3),
            needing(99, 4),
            needing(5, 5),
          ),
        ).toEqual(['contact-not-found', 'needs-refused', 'needs-refused', 'needs-refused', 'needs-refused']);
        await push(asAnna, logMail(6, [bob], ['message-id:b']));
        expect(await outcomes(asAnna, needing(6, 7))).toEqual(['done']);
      });

      it('refuses a command that can not be read, says where, and runs the others', async () => {
        const broken = { ...logMail(1, [bob], ['message-id:a']), with: [{ entryId: 'x' }] };
        const { answers } = await push(
          asAnna,
          broken,
          null,
          5,
          { id: 'x', type: 'y' },
          logMail(2, [bob], ['message-id:b']),
        );
        expect(answers.map(({ code, outcome }) => code ?? outcome)).toEqual([
          ...Array(4).fill('invalid-command'),
          'done',
        ]);
        expect(answers[0]?.detail?.field).toBe('with.0.entryId');
        expect(answers.map(({ commandId }) => commandId)).toEqual([broken.id, '', '', 'x', id(2)]);
        expect((await push(asAnna, { ...logMail(1, [bob], ['message-id:a']) })).answers[0]?.code).toBe(
          'invalid-command',
        );
      });

      it('does not let a command write over a row that another one made', async () => {
        const mine = logMail(1, [bob], ['message-id:a'], { note: 'mine' });
        await push(asAnna, mine);
        const thief = {
          ...logMail(2, [aino], ['message-id:b']),
          with: [{ ...logMail(2, [aino], []).with[0]!, entryId: mine.with[0]!.entryId }],
        };
        expect(await outcomes(asMika, thief, createContact(3, bob.id))).toEqual(['invalid-command', 'invalid-command']);
        expect((await everything(asAnna)).get(`entry:${mine.with[0]!.entryId}`)).toMatchObject({ note: 'mine' });
        expect((await everything(asAnna)).get(`contact:${bob.id}`)).toMatchObject({ name: 'Bob Ortiz' });
      });

      it('makes two items one when a command shows that they are, with one live entry for each contact', async () => {
        await push(asAnna, logMail(1, [bob], ['message-id:a']), logMail(2, [bob, aino], ['ical:x|-'], { note: 'two' }));
        const before = await pull(asAnna, historyScope(bob.id));
        await push(asMika, logMail(3, [aino], ['message-id:a', 'ical:x|-']));
        const changed = await pull(asAnna, historyScope(bob.id), { cursor: before.cursor });
        const live = entriesIn([...(await everything(asAnna)).values()]).filter(isLive);
        expect(live.map(({ contactId }) => contactId).sort()).toEqual([bob.id, aino.id]);
        expect(new Set(live.map(({ itemId }) => itemId)).size).toBe(1);
        expect(changed.rows.filter((row) => row.kind === 'item' && row.mergedInto !== null)).toHaveLength(1);
      });
    });

    describe('who sees what', () => {
      const secret = { note: 'for managers', level: 'note', audience: 'managers' } as const;

      it("strips a managers' note from what the others of the team get, wherever they get it", async () => {
        await push(asAnna, logMail(1, [bob], ['message-id:a'], secret));
        await push(asManager, logMail(2, [bob], ['message-id:a'], { ...secret, note: 'and more' }));
        const seen = [
          ...(await pull(asMika, historyScope(bob.id))).rows,
          ...(await store.itemsByKeys(asMika, ['message-id:a' as ItemKey])),
          ...(await everything(asMika)).values(),
          ...(await push(asMika, logMail(3, [bob], ['message-id:a']))).rows,
        ];
        expect(JSON.stringify(seen)).not.toMatch(/for managers|and more/);
        expect(seen.filter((row) => row.kind === 'comment').every((row) => row.withheld)).toBe(true);
        expect(JSON.stringify((await pull(asManager, historyScope(bob.id))).rows)).toMatch(/for managers.*and more/);
        expect(JSON.stringify((await pull(asAnna, 'mine')).rows)).toContain('for managers');
      });

      it('keeps tenants apart, also where their ids, keys and commands are the same', async () => {
        await push(asAnna, logMail(1, [bob], ['message-id:a'], { note: 'ours' }));
        expect((await pull(outsider, historyScope(bob.id))).rows).toEqual([]);
        expect(await store.itemsByKeys(outsider, ['message-id:a' as ItemKey])).toEqual([]);
        expect(await outcomes(outsider, cancel(2, [logMail(1, [bob], []).with[0]!.entryId]))).toEqual([
          'entry-not-found',
        ]);
        expect(await outcomes(outsider, logMail(1, [bob], ['message-id:a']))).toEqual(['done']);
        expect(JSON.stringify([...(await everything(outsider)).values()])).not.toContain('ours');
      });
    });

    describe('pulls', () => {
      const many = (count: number) =>
        Array.from({ length: count }, (_, at) =>
          logMail(at + 1, [at % 2 === 0 ? bob : aino], [`message-id:${at}`], {
            at: `2026-10-${String((at % 28) + 1).padStart(2, '0')}T10:00:00.000Z` as LogEntry['at'],
          }),
        );

      it('gives setup and contacts in pages by rev', async () => {
        const first = await pull(asAnna, 'contacts', { limit: 2 });
        expect([first.rows.length, first.more]).toEqual([2, true]);
        const rest = await pull(asAnna, 'contacts', { cursor: first.cursor, limit: 2 });
        expect([rest.rows.length, rest.more]).toEqual([1, false]);
        expect((await pull(asAnna, 'contacts', { cursor: rest.cursor })).rows).toEqual([]);
        expect((await pull(asAnna, 'setup')).rows.map(({ kind }) => kind)).toEqual(['template', 'salesperson']);
      });

      it('gives a history newest first and goes on where the page ended, none twice and none left out', async () => {
        await push(asAnna, ...many(41));
        const found: LogEntry[] = [];
        let before: string | undefined;
        for (let page = 0; page < 20; page += 1) {
          const response = await pull(asAnna, 'mine', { limit: 5, ...(before === undefined ? {} : { before }) });
          found.push(...entriesIn(response.rows));
          if (response.older === null) break;
          before = response.older;
        }
        expect(new Set(found.map((entry) => entry.id)).size).toBe(41);
        expect(found).toHaveLength(41);
        const instants = found.map(({ at }) => at ?? '');
        expect(instants).toEqual([...instants].sort().reverse());
      });

      it('shows the history of a company with its people in it, of a person only theirs', async () => {
        await push(asAnna, logMail(1, [bob], ['message-id:a']), logMail(2, [company], ['message-id:b']));
        expect(entriesIn((await pull(asAnna, historyScope(company.id))).rows)).toHaveLength(2);
        expect(entriesIn((await pull(asAnna, historyScope(bob.id))).rows)).toHaveLength(1);
      });

      it('ends with the same rows by a snapshot as by the changes since an earlier one, page by page', async () => {
        await push(asAnna, ...many(10));
        for (const scope of ['mine', historyScope(bob.id), historyScope(company.id)] as Scope[]) {
          const held = new Map<string, Row>();
          const take = (found: readonly Row[]) => {
            for (const row of found) if ((held.get(rowKey(row))?.rev ?? -1) <= row.rev) held.set(rowKey(row), row);
          };
          const first = await pull(asAnna, scope);
          take(first.rows);
          const base = scope === 'mine' ? 0x200 : scope === historyScope(bob.id) ? 0x300 : 0x400;
          await push(asMika, logMail(base + 1, [bob, aino], ['message-id:0', 'ical:late|-'], { note: 'joined' }));
          await push(asAnna, ...[2, 3, 4, 5].map((at) => logMail(base + at, [bob], [`message-id:${base + at}`])));
          await push(asMika, cancel(base + 6, [logMail(base + 2, [bob], []).with[0]!.entryId]));
          let cursor = first.cursor;
          for (let more = true; more; ) {
            const page = await pull(asAnna, scope, { cursor, limit: 2 });
            take(page.rows);
            ({ cursor, more } = page);
          }
          const snapshot = await pull(asAnna, scope);
          expect(new Map([...held].sort())).toEqual(
            new Map(snapshot.rows.map((row) => [rowKey(row), row] as const).sort()),
          );
        }
      });

      it('misses nothing while others push', async () => {
        const seen = new Set<string>();
        let cursor = (await pull(asAnna, 'mine')).cursor;
        const catchUp = async () => {
          const page = await pull(asAnna, 'mine', { cursor, limit: 7 });
          for (const { id: entryId } of entriesIn(page.rows)) seen.add(entryId);
          cursor = page.cursor;
          return page.more;
        };
        const pushes = many(60).map((command) => push(asAnna, command));
        await Promise.all([...pushes, catchUp().then(catchUp).then(catchUp)]);
        while (await catchUp());
        expect(seen.size).toBe(60);
      });

      it('says that a cursor expired when it is of another epoch, ahead of the log or none', async () => {
        const { cursor } = await pull(asAnna, 'mine');
        const epoch = cursor.slice(0, cursor.lastIndexOf('.'));
        for (const wrong of ['other.1', `${epoch}.999999`, '', 'x', `${epoch}.-1`, `${epoch}.1e3`])
          expect(await store.pull(asAnna, 'mine', { cursor: wrong, limit: 5 })).toEqual({ state: 'expired' });
      });

      it('tells of changes up to a rev, and of no rows when they are too many', async () => {
        const { epoch, rev } = await push(asAnna, logMail(1, [bob], ['message-id:a']));
        const { rows: changed, ...rest } = await store.changesSince(asAnna, rev - 2, 10);
        expect(rest).toEqual({ epoch, to: rev });
        expect(changed?.map((row) => row.rev)).toEqual([rev - 1, rev]);
        expect((await store.changesSince(asAnna, 0, 3)).rows).toBeNull();
        expect((await store.changesSince(asAnna, rev, 3)).rows).toEqual([]);
      });
    });

    describe('look-ups', () => {
      it('tells whether a mail is logged, with whom and by whom', async () => {
        await push(asAnna, logMail(1, [bob], ['message-id:a']));
        const found = await store.itemsByKeys(asMika, ['message-id:a' as ItemKey, 'message-id:z' as ItemKey]);
        expect(found.map(({ kind }) => kind).sort()).toEqual(['contact', 'contact', 'entry', 'item']);
        expect(await store.itemsByKeys(asMika, ['message-id:z' as ItemKey])).toEqual([]);
      });

      it('gives one entry with its mail, comments and contacts, as the reader may see them', async () => {
        const secret = { note: 'for managers', level: 'note', audience: 'managers' } as const;
        const [one] = logMail(1, [bob], []).with;
        await push(asAnna, logMail(1, [bob], ['message-id:a'], secret));
        await push(asManager, logMail(2, [bob], ['message-id:a'], { ...secret, note: 'and more' }));
        const found = await store.entry(asMika, one!.entryId);
        expect(found.map(({ kind }) => kind).sort()).toEqual(['comment', 'contact', 'contact', 'entry', 'item']);
        expect(JSON.stringify(found)).not.toMatch(/for managers|and more/);
        expect(JSON.stringify(await store.entry(asManager, one!.entryId))).toMatch(/for managers.*and more/);
        expect(await store.entry(outsider, one!.entryId)).toEqual([]);
        expect(await store.entry(asMika, logMail(9, [bob], []).with[0]!.entryId)).toEqual([]);
      });

      it.each([
        ['the beginning of a name', 'ort', [bob.id, company.id]],
        ['words in any order, folded', 'hama AINO', [aino.id]],
        ['an address', 'bob.ortiz@harb', [bob.id, company.id]],
        ['a phone number as it is dialled at home', '0405550122', [aino.id]],
        ['a phone number with marks between its digits', '(040) 555-0122', [aino.id]],
        ['a company with a mark between its words', 'bob harbour-pine', [bob.id, company.id]],
        ['any part of a name', 'rtiz', [bob.id, company.id]],
        ['any parts, in any order, folded', 'ämälä ino', [aino.id]],
        ['any part of an address', 'ob.ortiz@harb', [bob.id, company.id]],
        ['the name of their company', 'bob pine', [bob.id, company.id]],
        ['a word that nobody has', 'zz', []],
        ['a sign that stands for any in other places', '%', []],
        ['nothing', '', []],
      ])('finds contacts by %s', async (_, query, expected) => {
        expect((await store.searchContacts(asAnna, query, 10)).map((row) => row.id)).toEqual(expected);
      });

      it('finds a new contact at once, and a person with the company', async () => {
        await push(asAnna, createContact(1, id<ContactId>(50), { name: 'Björn Åkesson' }));
        expect((await store.searchContacts(asMika, 'akes', 10)).map((row) => row.id)).toEqual([id(50)]);
        expect((await store.contact(asMika, bob.id)).map((row) => row.id)).toEqual([bob.id, company.id]);
        expect(await store.contact(asMika, id<ContactId>(0x999))).toEqual([]);
      });
    });

    describe('accounts', () => {
      const user = {
        userId: anna.userId,
        name: 'Anna',
        email: 'anna@aurinko.example',
        role: 'admin',
        salespersonCode: null,
      } as const;
      beforeEach(() => store.createUser(tenantId, user));

      it('knows a session until it is ended', async () => {
        await store.createSession({ tokenHash: 'h', tenantId, userId: user.userId, createdAt: noon });
        expect(await store.session('h')).toMatchObject({ tenantId, tenantName: 'Aurinko Oy', userId: user.userId });
        await store.endSession('h');
        expect(await store.session('h')).toBeUndefined();
      });

      it('changes what a user is called, may do and is linked to, in open sessions too', async () => {
        await store.createSession({ tokenHash: 'h', tenantId, userId: user.userId, createdAt: noon });
        const changed = {
          userId: user.userId,
          name: 'Anna K',
          email: 'ak@aurinko.example',
          role: 'manager',
          salespersonCode: 'AK' as SalespersonCode,
        } as const;
        await store.changeUser(tenantId, changed);
        expect(await store.session('h')).toMatchObject(changed);
        await store.changeUser(id(0x7e), { ...changed, name: 'Of another team' });
        expect(await store.users(tenantId)).toMatchObject([{ name: 'Anna K' }]);
      });

      it('takes an invite once, of two at once by one, and not when it has expired', async () => {
        const invite = { tenantId, userId: user.userId };
        await store.createInvite({ ...invite, codeHash: 'a', expiresAt: '2026-11-24T12:00:00.000Z' as typeof noon });
        await store.createInvite({ ...invite, codeHash: 'b', expiresAt: noon });
        const taken = await Promise.all([store.redeemInvite('a', noon), store.redeemInvite('a', noon)]);
        expect(taken.filter((account) => account !== undefined)).toHaveLength(1);
        expect(await store.redeemInvite('b', noon)).toBeUndefined();
      });

      it('sweeps codes that have expired and sessions that nobody uses', async () => {
        const later = '2026-12-03T12:00:00.000Z' as typeof noon;
        const of = { tenantId, userId: user.userId };
        for (const tokenHash of ['used', 'unused']) await store.createSession({ ...of, tokenHash, createdAt: noon });
        await store.createInvite({ ...of, codeHash: 'old', expiresAt: noon });
        await store.createInvite({ ...of, codeHash: 'new', expiresAt: '2026-12-04T12:00:00.000Z' as typeof noon });
        await store.noteSession('used', later);
        const weekMs = 7 * 86_400_000;
        expect(await store.sweepSessions(later, weekMs)).toEqual({ codes: 1, sessions: 1 });
        expect(await store.session('used')).toBeDefined();
        expect(await store.session('unused')).toBeUndefined();
        expect(await store.redeemInvite('new', later)).toBeDefined();
        expect(await store.sweepSessions(later, weekMs)).toEqual({ codes: 0, sessions: 0 });
      });

      it('makes a tenant once', async () => {
        expect(await store.createTenant({ tenantId, name: 'again' }, rows)).toBe(false);
        expect((await store.users(tenantId)).map(({ tenantName }) => tenantName)).toEqual(['Aurinko Oy']);
        expect(await store.hasTenants()).toBe(true);
      });
    });

    logStoreCommandsSuite(factory);

    it.runIf(factory.reopen)('has everything after it was closed and opened again', async () => {
      const command = logMail(1, [bob], ['message-id:a']);
      const answer = await push(asAnna, command);
      const before = await everything(asAnna);
      const { cursor } = await pull(asAnna, 'mine');
      await store.close();
      store = (await factory.reopen?.()) ?? store;
      expect(await everything(asAnna)).toEqual(before);
      expect(await push(asAnna, command)).toEqual({ ...answer, epoch: expect.any(String) });
      expect((await pull(asAnna, 'mine', { cursor })).rows).toEqual([]);
      expect((await push(asAnna, logMail(2, [bob], ['message-id:b']))).rev).toBeGreaterThan(answer.rev);
    });
  });
}
