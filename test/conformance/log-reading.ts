import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Contact } from '../../src/domain/contact.ts';
import type {
  CampaignCode,
  CommandId,
  GroupCode,
  SalespersonCode,
  TemplateCode,
  TenantId,
} from '../../src/domain/ids.ts';
import { isLive } from '../../src/domain/is-live.ts';
import type { LogEntry } from '../../src/domain/log-entry.ts';
import { type LogFilter, passes } from '../../src/domain/log-filter.ts';
import type { Row, RowKind, RowOf } from '../../src/domain/row.ts';
import { rowKey } from '../../src/domain/row-key.ts';
import { sortInstant } from '../../src/domain/sort-instant.ts';
import { holdsWords, soughtWords } from '../../src/domain/sought-words.ts';
import type { Day, Instant } from '../../src/domain/time.ts';
import { instantOf } from '../../src/domain/time.ts';
import type { WholeLogStore } from '../../src/server/log-reading.ts';
import type { Principal } from '../../src/server/log-store.ts';
import { cancel, reinstate } from '../support/command-samples.ts';
import { anna, contact, id, logMail, mika, noon, salesperson, template } from '../support/domain-samples.ts';
import {
  comment,
  correct,
  deleteContact,
  entryOf,
  evaluate,
  merge,
  postpone,
  saveContact,
  separate,
} from '../support/new-command-samples.ts';

const tenantId = id<TenantId>(0x71);
const asAnna: Principal = { ...anna, tenantId };
const asMika: Principal = { ...mika, tenantId };
const asOlli: Principal = { ...mika, userId: id(0xa4), tenantId };
const asManager: Principal = { ...anna, userId: id(0xa3), role: 'manager', tenantId };
const outsider: Principal = { ...anna, tenantId: id<TenantId>(0x72) };

const company = contact(9, { type: 'company', name: 'Harbour & Pine Ltd', no: null });
const other = contact(8, { type: 'company', name: 'Åströms Varv Ab', no: null });
const bob = contact(1, { name: 'Bob Ortiz', companyId: company.id, no: null });
const robert = contact(2, { name: 'Robert Ortiz', companyId: company.id, no: null });
const aino = contact(3, { name: 'Aino Hämäläinen', no: null, salespersonCode: 'AK' as SalespersonCode });
const eve = contact(4, { name: 'Eve Nobody', no: null });
const call = template({ id: 'CALL' as TemplateCode, groupCode: 'PHONE' as GroupCode });
const groups = ['SYSTEM', 'PHONE'].map(
  (code): Row => ({ kind: 'group', id: code as GroupCode, rev: 0, description: { en: code }, deleted: false }),
);
const fair: Row = {
  ...{ kind: 'campaign', id: 'FAIR' as CampaignCode, rev: 0, description: 'Fair', startsOn: null, endsOn: null },
  deleted: false,
};
const colleague: Row = { ...salesperson, id: 'MV' as SalespersonCode, name: 'Mika Virtanen' };
const rows: Row[] = [
  ...groups,
  template(),
  call,
  salesperson,
  colleague,
  fair,
  company,
  other,
  bob,
  robert,
  aino,
  eve,
].map((row) => ({ ...row, rev: 0 }));

/** What every reader of the whole log does. */
export function logReadingSuite(name: string, open: () => Promise<WholeLogStore>): void {
  describe(name, () => {
    let store: WholeLogStore;
    let last = 0;
    /** A team's log of its own for each part, so that none sees what another wrote. */
    const fresh = () => {
      beforeAll(async () => {
        last = 0;
        store = await open();
        for (const tenant of [tenantId, outsider.tenantId])
          await store.createTenant({ tenantId: tenant, name: 'Aurinko Oy' }, rows);
      });
      afterAll(() => store.close());
    };
    const next = () => {
      last += 1;
      return last;
    };
    const push = async (principal: Principal, ...commands: unknown[]) => {
      const { answers } = await store.push(principal, commands, noon);
      expect(answers.filter(({ outcome }) => outcome === 'refused')).toEqual([]);
    };
    const log = (contacts: Contact[], over: Partial<Parameters<typeof logMail>[3]> = {}) => {
      const number = next();
      return logMail(number, contacts, [`message-id:${number}`], over);
    };

    async function list(principal: Principal, filter: LogFilter, limit = 50) {
      const answer = await store.list(principal, filter, { limit });
      if (answer === 'unknown') throw new Error('there is no page before');
      return answer;
    }
    async function pages(principal: Principal, filter: LogFilter, limit: number): Promise<LogEntry[]> {
      const found: LogEntry[] = [];
      for (let before: string | undefined; ; ) {
        const page = await store.list(principal, filter, { limit, before });
        if (page === 'unknown') throw new Error('a page is not known');
        expect(page.entryIds.length).toBeLessThanOrEqual(limit);
        const byId = new Map(only(page.rows, 'entry').map((entry) => [entry.id, entry]));
        found.push(...page.entryIds.map((one) => byId.get(one as LogEntry['id']) as LogEntry));
        if (page.older === null) return found;
        before = page.older;
      }
    }
    const only = <K extends RowKind>(found: readonly Row[], kind: K) =>
      found.filter((row): row is RowOf<K> => row.kind === kind);
    const numbers = (found: readonly LogEntry[]) => found.map(({ entryNo }) => entryNo);
    const searched = async (principal: Principal, text: string) => numbers(await pages(principal, { text }, 50)).sort();

    describe('a list of the log', () => {
      fresh();
      const texts = ['Quote 2291', 'Delivery of panels', 'Contract for spring', 'quoted again', 'Jean-Luc’s visit'];
      const contactsOf: Contact[][] = [[bob], [aino], [company], [robert, aino], [other]];

      beforeAll(async () => {
        const commands = Array.from({ length: 90 }, (_, at) => {
          const day = `2026-${String(1 + (at % 11)).padStart(2, '0')}-${String(1 + (at % 27)).padStart(2, '0')}`;
          return log(contactsOf[at % 5] ?? [bob], {
            // Some are of one instant, some of the whole day; they come in no order of time.
            at: at % 9 === 0 ? null : (`${day}T0${at % 4}:12:00.000Z` as Instant),
            day: day as Day,
            description: texts[at % texts.length] ?? '',
            subject: at % 4 === 0 ? 'Re: Ääniä' : '',
            note: at % 3 === 0 ? `remember the crane ${at % 2 === 0 ? 'quietly' : ''}` : '',
            level: at % 3 === 0 ? 'note' : 'details',
            audience: at % 2 === 0 ? 'managers' : 'team',
            templateCode: (at % 7 === 0 ? 'CALL' : 'EMAIL') as TemplateCode,
            groupCode: (at % 7 === 0 ? 'PHONE' : 'SYSTEM') as GroupCode,
            salespersonCode: (at % 6 === 0 ? 'MV' : 'AK') as SalespersonCode,
            flow: at % 5 === 0 ? '' : at % 2 === 0 ? 'inbound' : 'outbound',
            attemptFailed: at % 8 === 0,
            origin: at % 10 === 0 ? 'hand' : 'mail',
            campaignCode: at % 12 === 0 ? ('FAIR' as CampaignCode) : null,
          });
        });
        for (const [at, command] of commands.entries()) await push(at % 2 === 0 ? asAnna : asMika, command);
        const ids = commands.map(entryOf);
        await push(
          asAnna,
          cancel(
            next(),
            ids.filter((_, at) => at % 13 === 0),
          ),
        );
        await push(
          asMika,
          evaluate(
            next(),
            ids.filter((_, at) => at % 11 === 0),
            'very-positive',
          ),
        );
        await push(asOlli, { ...comment(next(), ids[5] ?? id(0), 'a crane was here'), audience: 'managers' });
        await push(asOlli, comment(next(), ids[6] ?? id(0), 'Tilaus tehty'));
        await push(asAnna, postpone(next(), [bob], { description: 'Quote later' }));
        const discarded = postpone(next(), [bob], { description: 'Quote never', campaignCode: 'FAIR' as CampaignCode });
        await push(asAnna, discarded);
        await push(asAnna, cancel(next(), [entryOf(discarded)]));
        await push(asAnna, merge(next(), robert.id, bob.id));
      }, 120_000);

      /** The same by looking at every row, as the rules say. */
      async function expected(principal: Principal, filter: LogFilter): Promise<LogEntry[]> {
        const { rows: all } = await store.changesSince(principal, 0, 100_000);
        const contacts = only(all ?? [], 'contact');
        const comments = only(all ?? [], 'comment');
        const family = contacts.filter(({ id: one, mergedInto }) => [one, mergedInto].includes(filter.contact ?? one));
        const ids = filter.contact === undefined ? undefined : new Set(family.map(({ id: one }) => one));
        const nameOf = (of: string | null) => contacts.find(({ id: one }) => one === of)?.name ?? '';
        const sought = soughtWords(filter.text ?? '');
        return only(all ?? [], 'entry')
          .filter((entry) => passes(entry, filter, ids))
          .filter((entry) => {
            const { description, subject, note, text, contactVia, contactId, companyId } = entry;
            const theirs = comments.filter(({ entryId }) => entryId === entry.id).map(({ body }) => body);
            const names = [nameOf(contactId), nameOf(companyId)];
            return holdsWords([description, subject, note, text, contactVia, ...theirs, ...names], sought);
          })
          .sort((a, b) => (sortInstant(a) < sortInstant(b) ? 1 : -1));
      }
      const c = (filter: LogFilter) => [JSON.stringify(filter), filter] as const;
      const filters = [
        c({}),
        c({ from: '2026-03-04' as Day, to: '2026-06-20' as Day }),
        c({ to: '2026-01-01' as Day }),
        c({ from: '0001-01-01' as Day, to: '9999-12-31' as Day }),
        c({ contact: bob.id }),
        c({ contact: company.id }),
        c({ contact: aino.id, flow: 'inbound' }),
        c({ contact: eve.id }),
        c({ group: 'PHONE' as GroupCode }),
        c({ template: 'EMAIL' as TemplateCode, salesperson: 'MV' as SalespersonCode }),
        c({ template: 'CALL' as TemplateCode, from: '2026-05-01' as Day }),
        c({ salesperson: 'AK' as SalespersonCode, origin: 'hand' }),
        c({ campaign: 'FAIR' as CampaignCode }),
        c({ flow: 'none' }),
        c({ flow: 'inbound', evaluation: 'none' }),
        c({ evaluation: 'very-positive' }),
        c({ status: 'recorded' }),
        c({ status: 'attempt-failed' }),
        c({ status: 'canceled' }),
        c({ status: 'counted' }),
        c({ status: 'counted', template: 'EMAIL' as TemplateCode }),
        c({ status: 'canceled', template: 'EMAIL' as TemplateCode }),
        c({ status: 'recorded', salesperson: 'AK' as SalespersonCode, group: 'SYSTEM' as GroupCode }),
        c({ origin: 'mail' }),
        c({ text: 'quo' }),
        c({ text: 'q' }),
        c({ text: 'panels delivery' }),
        c({ text: 'aania' }),
        c({ text: 'Ääniä' }),
        c({ text: 'crane' }),
        c({ text: 'quietly crane' }),
        c({ text: 'tilaus' }),
        c({ text: 'jean-luc' }),
        c({ text: 'ortiz' }),
        c({ text: 'rob quoted' }),
        c({ text: 'harbour quo', status: 'recorded' }),
        c({ text: 'astr' }),
        c({ text: 'crane', contact: company.id, from: '2026-02-01' as Day }),
        c({ text: '"quo*" OR NEAR(a b)' }),
        c({ text: '—' }),
        c({ text: 'nothingofthekind' }),
      ];

      it.each(filters)('shows what passes %s to whom it may, page by page', async (_, filter) => {
        for (const reader of [asAnna, asMika, asOlli, asManager]) {
          const found = await pages(reader, filter, 7);
          const wanted = await expected(reader, filter);
          expect(numbers(found).sort()).toEqual(numbers(wanted).sort());
          expect(found.map(sortInstant)).toEqual(wanted.map(sortInstant));
          expect(found).toEqual(expect.arrayContaining(wanted));
        }
      });

      it.each(filters)('sums what is live of %s', async (_, filter) => {
        const live = (await expected(asMika, filter)).filter(isLive);
        const sum = (of: readonly LogEntry[]) => ({
          count: of.length,
          cost: of.reduce((all, { cost }) => all + cost, 0),
          minutes: of.reduce((all, { minutes }) => all + minutes, 0),
        });
        const { total, weeks, templates, salespeople, campaigns } = await store.summary(asMika, filter);
        expect(total).toEqual(sum(live));
        const codes = (by: (entry: LogEntry) => string) =>
          [...Map.groupBy(live, by)]
            .map(([code, of]) => ({ code, ...sum(of) }))
            .sort((a, b) => (a.code < b.code ? -1 : 1));
        const sorted = (of: typeof templates) => [...of].sort((a, b) => (a.code < b.code ? -1 : 1));
        expect(sorted(templates)).toEqual(codes(({ templateCode }) => templateCode));
        expect(sorted(salespeople)).toEqual(codes(({ salespersonCode }) => salespersonCode));
        expect(sorted(campaigns)).toEqual(
          codes(({ campaignCode }) => campaignCode ?? '').filter(({ code }) => code !== ''),
        );
        expect(weeks.reduce((all, { count }) => all + count, 0)).toBe(live.length);
        for (const { week } of weeks) expect(new Date(week).getUTCDay()).toBe(1);
      });

      it('brings what a line shows: the mail, the comments, the contact and its company', async () => {
        const { rows: shown, entryIds } = await list(asMika, { text: 'tilaus' });
        const [entry] = only(shown, 'entry');
        expect(entryIds).toEqual([entry?.id]);
        expect(only(shown, 'item').map(({ id: one }) => one)).toEqual([entry?.itemId]);
        expect(only(shown, 'comment').map(({ body }) => body)).toEqual(['Tilaus tehty']);
        expect(only(shown, 'contact').map(({ id: one }) => one)).toContain(entry?.contactId);
        expect(shown.map(rowKey)).toHaveLength(new Set(shown.map(rowKey)).size);
      });

      it('shows nothing of it to another tenant', async () => {
        for (const filter of [{}, { text: 'quote' }, { contact: bob.id }, { text: 'ortiz' }])
          expect((await list(outsider, filter)).rows).toEqual([]);
        expect((await store.summary(outsider, {})).total.count).toBe(0);
      });

      it('does not know a page that it did not give', async () => {
        for (const before of ['x', '1.5', '99999999999999999999', '2026-01-01T00:00:00.000Z~x', ''])
          expect(await store.list(asAnna, {}, { before, limit: 5 })).toBe('unknown');
      });
    });

    describe('words', () => {
      fresh();

      it('are found at once, in what was corrected or commented, and no more where they were', async () => {
        const [mine, theirs] = [
          log([bob], { description: 'Wooden bridge' }),
          log([aino], { description: 'Steel bridge' }),
        ];
        await push(asAnna, mine, theirs);
        expect(await searched(asMika, 'bridge')).toEqual([1, 2]);
        await push(
          asAnna,
          correct(next(), entryOf(mine), { description: 'Stone tower' }, { description: 'Wooden bridge' }),
        );
        expect(await searched(asMika, 'bridge')).toEqual([2]);
        expect(await searched(asMika, 'tow')).toEqual([1]);
        await push(asMika, comment(next(), entryOf(theirs), 'with a tower'));
        expect(await searched(asAnna, 'tower')).toEqual([1, 2]);
        await push(
          asAnna,
          correct(next(), entryOf(theirs), { at: '2020-01-01T10:00:00.000Z' as Instant, day: '2020-01-01' as Day }, {}),
        );
        expect(numbers(await pages(asAnna, { text: 'tower' }, 1))).toEqual([1, 2]);
        await push(asAnna, cancel(next(), [entryOf(mine)]));
        expect(await searched(asAnna, 'tower')).toEqual([1, 2]);
      });

      it('of a contact are those of its name now, also after it was merged or deleted', async () => {
        await push(asAnna, log([eve], { description: 'Hello' }));
        expect(await searched(asMika, 'nobody')).toEqual([3]);
        await push(asAnna, saveContact(next(), eve, { name: 'Eve Somebody' }));
        expect(await searched(asMika, 'nobody')).toEqual([]);
        expect(await searched(asMika, 'eve hello')).toEqual([3]);
        await push(asAnna, deleteContact(next(), eve.id));
        expect(await searched(asMika, 'somebody')).toEqual([3]);
      });

      it('for managers are found by them and their author, by nobody else, note or comment', async () => {
        const hidden = log([bob], { note: 'zeppelin', level: 'note', audience: 'managers', description: 'Air' });
        await push(asMika, hidden);
        await push(asOlli, { ...comment(next(), entryOf(hidden), 'montgolfier'), audience: 'managers' });
        expect(await searched(asMika, 'zeppelin')).toEqual([4]);
        expect(await searched(asManager, 'zepp air')).toEqual([4]);
        expect(await searched(asOlli, 'zeppelin')).toEqual([]);
        expect(await searched(asOlli, 'air montgolfier')).toEqual([4]);
        expect(await searched(asMika, 'montgolfier')).toEqual([]);
        expect(await searched(asManager, 'montgolfier zeppelin')).toEqual([4]);
      });

      it('that begin very many names are looked for in the texts themselves', async () => {
        const many = Array.from({ length: 310 }, (_, at) =>
          contact(1_000 + at, { name: `Matti ${at}`, no: null, rev: 0 }),
        );
        for (let at = 0; at < many.length; at += 62)
          await push(
            asAnna,
            ...many.slice(at, at + 62).map((one) => ({
              ...{ id: id<CommandId>(next()), madeAt: noon, needs: [], type: 'create-contact', contactId: one.id },
              fields: { ...one, email: '' },
            })),
          );
        await push(
          asAnna,
          log([many[7] ?? bob], { description: 'Balloon' }),
          log([bob], { description: 'matti called' }),
        );
        expect(await searched(asMika, 'matt')).toEqual([5, 6]);
        expect(await searched(asMika, 'matti ballo')).toEqual([5]);
        expect((await store.summary(asMika, { text: 'matti' })).total.count).toBe(2);
      });
    });

    describe('going cold', () => {
      fresh();
      const on = (day: string, over: object = {}) => ({
        day: day as Day,
        at: `${day}T10:00:00.000Z` as Instant,
        ...over,
      });
      const cold = async (day: string, of: { salesperson?: SalespersonCode; limit?: number } = {}) => {
        const { contacts } = await store.cold(asMika, { day: day as Day, limit: 20, ...of });
        const named = new Map(
          rows.map((row) => [row.id as string, row.kind === 'contact' ? row.name.split(' ')[0] : '']),
        );
        return contacts.map(({ contactId, lastReached }) => [named.get(contactId), lastReached]);
      };

      it('names who was not reached for long, the longest ago first, and who never was at the end', async () => {
        await push(asAnna, log([bob], on('2026-03-01')), log([aino], on('2026-02-01')), log([bob], on('2026-01-01')));
        await push(
          asAnna,
          log([aino], on('2026-10-01', { attemptFailed: true })),
          postpone(next(), [aino], on('2026-11-01')),
        );
        expect(await cold('2026-06-01')).toEqual([
          ['Aino', '2026-02-01'],
          ['Bob', '2026-03-01'],
          ['Harbour', '2026-03-01'],
          ...[
            ['Robert', null],
            ['Eve', null],
            ['Åströms', null],
          ],
        ]);
        expect(await cold('2026-03-01', { limit: 2 })).toEqual([
          ['Aino', '2026-02-01'],
          ['Robert', null],
        ]);
        expect(await cold('2026-06-01', { salesperson: 'AK' as SalespersonCode })).toEqual([['Aino', '2026-02-01']]);
      });

      it('follows what is canceled, reinstated and corrected', async () => {
        const late = log([aino], on('2026-09-01'));
        await push(asAnna, late);
        expect((await cold('2026-06-01')).map(([who]) => who)).not.toContain('Aino');
        const canceling = cancel(next(), [entryOf(late)]);
        await push(asAnna, canceling);
        expect(await cold('2026-06-01')).toContainEqual(['Aino', '2026-02-01']);
        await push(asAnna, reinstate(next(), entryOf(late), late.item?.id ?? null, [canceling.id]));
        expect((await cold('2026-06-01')).map(([who]) => who)).not.toContain('Aino');
        await push(asAnna, correct(next(), entryOf(late), { attemptFailed: true }, {}));
        expect(await cold('2026-06-01')).toContainEqual(['Aino', '2026-02-01']);
      });

      it('counts what was merged into a contact there, until they come apart', async () => {
        await push(asAnna, log([robert], on('2026-08-01')));
        await push(asAnna, merge(next(), robert.id, bob.id));
        expect((await cold('2026-06-01')).map(([who]) => who)).not.toContain('Bob');
        await push(asAnna, log([robert], on('2026-08-05')));
        expect(await cold('2026-09-01')).toContainEqual(['Bob', '2026-08-05']);
        expect((await cold('2026-09-01')).map(([who]) => who)).not.toContain('Robert');
        await push(asAnna, separate(next(), robert.id, bob.id));
        expect(await cold('2026-09-01')).toContainEqual(['Bob', '2026-03-01']);
        expect(await cold('2026-09-01')).toContainEqual(['Robert', '2026-08-05']);
      });
    });

    describe('many at one instant', () => {
      fresh();

      it('are in the list and in the history, each once', async () => {
        const at = instantOf(Date.parse(noon) - 86_400_000);
        const allDay = Array.from({ length: 150 }, () => log([bob], { at: null, day: '2026-11-22' as Day }));
        for (let first = 0; first < allDay.length; first += 50) await push(asAnna, ...allDay.slice(first, first + 50));
        await push(asAnna, log([bob], { at, day: '2026-11-22' as Day }));
        const found = numbers(await pages(asAnna, {}, 40));
        expect(found).toEqual(Array.from({ length: 151 }, (_, one) => 151 - one));
      });
    });
  });
}
