import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { EmailAddress } from '../../src/domain/email-address.ts';
import type { ContactId } from '../../src/domain/ids.ts';
import { isLive } from '../../src/domain/is-live.ts';
import { cancel, reinstate } from '../support/command-samples.ts';
import { contact, logMail, mika, salesperson, template } from '../support/domain-samples.ts';
import { world } from '../support/domain-world.ts';
import { merge, separate } from '../support/new-command-samples.ts';

const people = [1, 2, 3, 4].map((number) =>
  contact(number, {
    otherEmails: [`p${number}@a.example`, `p${number % 2}@shared.example`] as EmailAddress[], // of that form
    phones: [`${number}`, '0'],
  }),
);
const step = fc.record({
  do: fc.constantFrom('log', 'merge', 'merge', 'separate', 'reinstate', 'cancel'),
  who: fc.nat({ max: 3 }),
  whom: fc.nat({ max: 3 }),
  mail: fc.nat({ max: 2 }),
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** Whether a row that a command makes is there already as something else, which the server would refuse. */
function takes(team: ReturnType<typeof world>, decision: ReturnType<ReturnType<typeof world>['run']>, before: Before) {
  if (decision.outcome !== 'done' && decision.outcome !== 'joined') return [];
  return decision.changes.filter((row) => {
    const there = row.rev === 0 ? before.get(`${row.kind} ${row.id}`) : undefined;
    return there !== undefined && !(row.kind === 'comment' && there === row.entryId && team.all('comment').length > 0);
  });
}
type Before = Map<string, string>;

function run(steps: readonly Step[]) {
  const team = world([...people, template(), salesperson]);
  let number = 0x100;
  const rows = (): Before =>
    new Map([
      ...team.all('comment').map((one) => [`comment ${one.id}`, one.entryId as string] as const),
      ...team.all('entry').map((one) => [`entry ${one.id}`, ''] as const),
    ]);
  const perform = (command: Parameters<typeof team.run>[0], by = mika) => {
    const before = rows();
    expect(takes(team, team.run(command, by), before)).toEqual([]);
  };
  for (const { do: act, who, whom, mail } of steps) {
    number += 1;
    const one = people[who];
    const other = people[whom];
    if (!one || !other) continue;
    const entry = team.all('entry')[(who + 4 * whom) % Math.max(1, team.all('entry').length)];
    const now = team.get('contact', one.id);
    switch (act) {
      case 'log':
        perform(logMail(number, [one], [`message-id:${mail}`], { note: `note ${number}` }));
        break;
      case 'merge':
        perform(merge(number, one.id, other.id, mail === 0 ? null : now));
        break;
      case 'separate':
        perform(separate(number, one.id, now.mergedInto));
        break;
      case 'cancel':
        if (entry) perform(cancel(number, [entry.id]));
        break;
      case 'reinstate':
        if (entry) {
          const reasons = entry.canceled.map(({ commandId }) => commandId);
          perform(reinstate(number, entry.id, entry.itemId, reasons));
        }
    }
  }
  return { team, perform, next: () => (number += 1) };
}

it('leaves no orphan, whatever is merged, taken back, canceled and reinstated in between', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 3, maxLength: 40, size: 'max' }), (steps) => {
      const { team, perform, next } = run(steps);
      // One mail and one person, whoever was merged into whom, make one live entry.
      const persons = team.all('entry').filter(isLive);
      const pairs = persons.map(({ itemId, contactId }) => `${itemId} ${rootOf(team, contactId)}`);
      expect(new Set(pairs).size).toBe(persons.length);
      for (const { entryId } of team.all('comment')) expect(team.get('entry', entryId)).toBeTruthy();
      const live = team.all('entry').filter(isLive);
      expect(new Set(live.map(({ itemId, contactId }) => `${itemId} ${contactId}`)).size).toBe(live.length);
      for (const entry of team.all('entry'))
        if (entry.canceled.some(({ via }) => via === 'joined'))
          expect(team.all('comment').map(({ body }) => body)).toContain(entry.note);
      for (const { id } of people) expect(rootOf(team, id)).toBeTruthy();

      // All taken back: everybody has what was theirs, and nothing of others.
      for (const { id } of people) perform(separate(next(), id, team.get('contact', id).mergedInto));
      for (const before of people) {
        const { otherEmails, phones, mergedInto, lent } = team.get('contact', before.id);
        expect({ otherEmails, phones, mergedInto, lent }).toEqual({
          ...{ otherEmails: before.otherEmails, phones: before.phones },
          ...{ mergedInto: null, lent: undefined },
        });
      }
    }),
    { seed: 20261123, numRuns: 500 },
  );
});

/** The contact at which one's history is read; a ring of contacts never ends. */
function rootOf(team: ReturnType<typeof world>, id: ContactId, steps = 10): ContactId | undefined {
  const { mergedInto } = team.get('contact', id);
  if (mergedInto === null) return id;
  return steps === 0 ? undefined : rootOf(team, mergedInto, steps - 1);
}
