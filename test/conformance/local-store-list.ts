import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Command, decide } from '../../src/domain/commands/command.ts';
import type { LogInteraction } from '../../src/domain/commands/log-interaction.ts';
import type { CommandId } from '../../src/domain/ids.ts';
import { knownFrom } from '../../src/domain/known.ts';
import type { LogFilter } from '../../src/domain/log-filter.ts';
import type { Row } from '../../src/domain/row.ts';
import type { Day, Instant } from '../../src/domain/time.ts';
import type { LocalStore } from '../../src/store/local-store.ts';
import { cancel } from '../support/command-samples.ts';
import { anna, contact, id, logMail, onServer, salesperson, template } from '../support/domain-samples.ts';
import { comment, entryOf, followUp } from '../support/new-command-samples.ts';
import type { LocalStoreFactory } from './local-store.ts';

const harbour = contact(9, { type: 'company', name: 'Harbour & Pine' });
const bob = contact(1, { companyId: harbour.id, name: 'Bob Ortiz' });
const aino = contact(2, { name: 'Åsa Mäkelä' });
const setup: Row[] = [template(), salesperson];
const contacts: Row[] = [bob, aino, harbour];

/** A mail of the day, with one contact; the higher the number the newer. */
function mail(number: number, day: number, who = bob, over: Partial<LogInteraction['interaction']> = {}) {
  const date = `2026-11-${String(day).padStart(2, '0')}`;
  return logMail(number, [who], [`message-id:${number}@example.com`], {
    at: `${date}T09:00:00.000Z` as Instant,
    day: date as Day,
    description: `Mail ${number}`,
    subject: '',
    ...over,
  });
}

/** What every local store finds for the log's list. */
export function localStoreListSuite(factory: LocalStoreFactory): void {
  describe('listing the log', () => {
    let store: LocalStore;
    beforeEach(async () => {
      store = await factory.open();
      await store.takePull('setup', { rows: setup, cursor: 'e.9', more: false, older: null }, anna);
      await store.takePull('contacts', { rows: contacts, cursor: 'e.9', more: false, older: null }, anna);
    });
    afterEach(() => store.close());

    const perform = async (...commands: Command[]) => {
      for (const command of commands) await store.perform(command, anna);
    };
    const taken = (...commands: Command[]) =>
      store.takeRows(
        commands.flatMap((command, at) => {
          const decision = decide(command, knownFrom([...setup, ...contacts]), onServer(anna));
          return decision.outcome === 'done' ? decision.changes.map((row) => ({ ...row, rev: 50 + at })) : [];
        }),
        anna,
      );
    const found = async (filter: LogFilter, limit = 50) =>
      (await store.list(filter, { limit })).entries.map(({ entry }) => entry.description);

    it('names the contact, the company, the comments and what is due of each entry', async () => {
      const first = mail(20, 3);
      await perform(first, comment(30, entryOf(first), 'Sent twice'));
      await perform(followUp(31, bob, { entryId: entryOf(first), due: '2026-12-01' as Day }));
      const { entries } = await store.list({}, { limit: 5 });
      expect(entries).toMatchObject([
        {
          contact: { name: 'Bob Ortiz' },
          company: { name: 'Harbour & Pine' },
          comments: [{ body: 'Sent twice' }],
          followUp: { due: '2026-12-01' },
          pending: [id(20)],
          isRefused: false,
        },
      ]);
    });

    it('gives page after page of what passes, each entry once, from between what does not', async () => {
      const all = Array.from({ length: 60 }, (_, at) => mail(100 + at, 1 + (at % 22), at % 3 === 0 ? aino : bob));
      await taken(...all.slice(0, 50));
      await perform(...all.slice(50));
      const seen: string[] = [];
      let before: string | undefined;
      let pages = 0;
      do {
        const page = await store.list({ contact: aino.id }, { limit: 7, before });
        seen.push(...page.entries.map(({ entry }) => entry.description));
        before = page.next ?? undefined;
        pages += 1;
      } while (before !== undefined);
      expect(pages).toBe(3);
      expect(seen.toSorted()).toEqual(
        all
          .filter((_, at) => at % 3 === 0)
          .map(({ interaction }) => interaction.description)
          .toSorted(),
      );
    });

    it('lists a company with its people, a person alone', async () => {
      await taken(mail(20, 3), mail(21, 4, aino), mail(22, 5, harbour));
      expect(await found({ contact: harbour.id })).toEqual(['Mail 22', 'Mail 20']);
      expect(await found({ contact: bob.id })).toEqual(['Mail 20']);
    });

    it('keeps to the days as the entries have them, both included', async () => {
      await taken(mail(20, 3), mail(21, 4), mail(22, 5), mail(23, 6));
      expect(await found({ from: '2026-11-04' as Day, to: '2026-11-05' as Day })).toEqual(['Mail 22', 'Mail 21']);
      const whole = { from: '0001-01-01' as Day, to: '9999-12-31' as Day };
      expect(await found(whole)).toEqual(['Mail 23', 'Mail 22', 'Mail 21', 'Mail 20']);
    });

    it('goes by what waits here, not by what the server said before', async () => {
      const first = mail(20, 3);
      await taken(first, mail(21, 4));
      await perform(cancel(40, [entryOf(first)]));
      expect(await found({ status: 'canceled' })).toEqual(['Mail 20']);
      expect(await found({ status: 'recorded' })).toEqual(['Mail 21']);
    });

    it('finds by the beginnings of words in any text, name or comment, a like ä', async () => {
      const noted = mail(21, 4, bob, { note: 'Hän pyysi lisätarjousta' });
      await taken(mail(20, 3, aino), noted, mail(22, 5, bob, { description: 'Offer' }));
      await perform(comment(30, entryOf(noted), 'Called back'));
      expect(await found({ text: 'makela' })).toEqual(['Mail 20']);
      expect(await found({ text: 'lisat call' })).toEqual(['Mail 21']);
      expect(await found({ text: 'PYYSI ortiz harb' })).toEqual(['Mail 21']);
      expect(await found({ text: 'fer' })).toEqual([]);
    });

    it('looks through everything for a word that only the oldest has', async () => {
      const all = Array.from({ length: 400 }, (_, at) =>
        mail(1000 + at, 1 + (at % 22), bob, at === 0 ? { note: 'needle' } : {}),
      );
      await taken(...all);
      const page = await store.list({ text: 'needle' }, { limit: 10 });
      expect(page.entries.map(({ entry }) => entry.description)).toEqual(['Mail 1000']);
      expect(page.next).toBeNull();
    });

    it('says of which entries a refused command needs attention', async () => {
      const first = mail(20, 3);
      await taken(first, mail(21, 4));
      await perform(cancel(40, [entryOf(first)]));
      await store.refuseHere(id<CommandId>(40), 'not-allowed', anna);
      const { entries } = await store.list({}, { limit: 5 });
      expect(entries.map(({ isRefused }) => isRefused)).toEqual([false, true]);
    });

    it('gives of some ids those that are here and pass', async () => {
      const [first, second] = [mail(20, 3), mail(21, 4)];
      await taken(first, second);
      await perform(cancel(40, [entryOf(first)]));
      const ids = [entryOf(first), entryOf(second), entryOf(mail(22, 5))];
      const listed = await store.listed({ status: 'canceled' }, ids);
      expect(listed.map(({ entry }) => entry.description)).toEqual(['Mail 20']);
    });
  });
}
