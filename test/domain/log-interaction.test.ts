import { describe, expect, it } from 'vitest';
import { decide, reads } from '../../src/domain/commands/command.ts';
import type { Decision } from '../../src/domain/decision.ts';
import { isLive } from '../../src/domain/is-live.ts';
import { knownFrom } from '../../src/domain/known.ts';
import { refKey } from '../../src/domain/ref.ts';
import type { Row, RowKind, RowOf } from '../../src/domain/row.ts';
import type { Instant } from '../../src/domain/time.ts';
import { anna, contact, logMail, mika, onDevice, onServer, salesperson, template } from '../support/domain-samples.ts';

const bob = contact(1);
const cleo = contact(2);
const world: Row[] = [bob, cleo, template(), salesperson];

function changes<K extends RowKind>(decision: Decision, kind: K): RowOf<K>[] {
  if (decision.outcome !== 'done' && decision.outcome !== 'joined') throw new Error(decision.outcome);
  return decision.changes.filter((row): row is RowOf<K> => row.kind === kind);
}

describe('logging a mail', () => {
  it('makes one entry per contact and one item that lists them', () => {
    const decision = decide(logMail(1, [bob, cleo], ['message-id:a@b']), knownFrom(world), onServer(anna));
    expect(changes(decision, 'entry').map((entry) => entry.contactId)).toEqual([bob.id, cleo.id]);
    const [item] = changes(decision, 'item');
    expect(item?.entries).toHaveLength(2);
    expect(changes(decision, 'entry').every((entry) => entry.itemId === item?.id)).toBe(true);
  });

  it('joins the live entry of a colleague and keeps the own note as a comment', () => {
    const first = decide(logMail(1, [bob], ['message-id:a@b']), knownFrom(world), onServer(anna));
    const rows = [...world, ...changes(first, 'entry'), ...changes(first, 'item')];
    const second = decide(
      logMail(2, [bob], ['message-id:a@b'], { note: 'He will call' }),
      knownFrom(rows),
      onServer(mika),
    );
    expect(second.outcome).toBe('joined');
    expect(changes(second, 'entry')).toEqual([]);
    expect(changes(second, 'comment').map(({ body, userId }) => [body, userId])).toEqual([
      ['He will call', mika.userId],
    ]);
    expect(second.outcome === 'joined' && second.aliases.some((alias) => alias.kind === 'entry')).toBe(true);
  });

  it('keeps the own note once where two contacts, merged meanwhile, join one entry', () => {
    const first = decide(logMail(1, [bob], ['message-id:a@b']), knownFrom(world), onServer(anna));
    const merged = { ...cleo, mergedInto: bob.id };
    const rows = [bob, merged, template(), salesperson, ...changes(first, 'entry'), ...changes(first, 'item')];
    const command = logMail(2, [bob, cleo], ['message-id:a@b'], { note: 'He will call' });
    const second = decide(command, knownFrom(rows), onServer(mika));
    expect(second.outcome).toBe('joined');
    expect(changes(second, 'comment').map(({ body }) => body)).toEqual(['He will call']);
  });

  it('logs anew when the earlier entry is canceled', () => {
    const first = decide(logMail(1, [bob], ['message-id:a@b']), knownFrom(world), onServer(anna));
    const canceled = changes(first, 'entry').map((entry) => ({
      ...entry,
      canceled: [{ commandId: entry.commandId, via: 'entry' as const, by: anna.userId, at: entry.madeAt, why: '' }],
    }));
    const rows = [...world, ...canceled, ...changes(first, 'item')];
    const again = decide(logMail(2, [bob], ['message-id:a@b']), knownFrom(rows), onServer(mika));
    expect(again.outcome).toBe('done');
    expect(changes(again, 'entry')).toHaveLength(1);
  });

  it('adds only the contact that was missing', () => {
    const first = decide(logMail(1, [bob], ['message-id:a@b']), knownFrom(world), onServer(anna));
    const rows = [...world, ...changes(first, 'entry'), ...changes(first, 'item')];
    const second = decide(logMail(2, [bob, cleo], ['message-id:a@b']), knownFrom(rows), onServer(mika));
    expect(second.outcome).toBe('done');
    expect(changes(second, 'entry').map((entry) => entry.contactId)).toEqual([cleo.id]);
    expect(changes(second, 'item')[0]?.entries).toHaveLength(2);
  });

  it('makes one item of two when a draft turns out to be a mail that a colleague has logged', () => {
    const asDraft = decide(logMail(1, [bob], ['draft:d1'], { note: 'Mine' }), knownFrom(world), onServer(anna));
    const asMail = decide(logMail(2, [bob], ['message-id:a@b']), knownFrom(world), onServer(mika));
    const rows = [asDraft, asMail].flatMap((one) => [...changes(one, 'entry'), ...changes(one, 'item')]);
    const numbered = rows.map((row, at) => ({ ...row, rev: 10 + at }));
    const both = decide(
      logMail(3, [cleo], ['draft:d1', 'message-id:a@b']),
      knownFrom([...world, ...numbered]),
      onServer(anna),
    );
    const after = knownFrom([...world, ...numbered, ...(both.outcome === 'done' ? both.changes : [])]);
    const [item, ...more] = after.itemsWith(['draft:d1' as never, 'message-id:a@b' as never]);
    expect(more).toEqual([]);
    const live = item ? after.entriesOf(item).filter(isLive) : [];
    expect(live.map((entry) => entry.contactId).sort()).toEqual([bob.id, cleo.id]);
    expect(item?.keys).toEqual(['draft:d1', 'message-id:a@b']);
  });

  it('is refused for a privacy-blocked contact, and for a person of a blocked company', () => {
    const company = contact(3, { type: 'company', privacyBlocked: true });
    const person = contact(4, { companyId: company.id });
    const known = knownFrom([...world, company, person]);
    for (const blocked of [company, person])
      expect(decide(logMail(1, [blocked], ['message-id:x@y']), known, onServer(anna))).toMatchObject({
        outcome: 'refused',
        code: 'contact-blocked',
      });
  });

  it('is refused when it happens more than a day ahead, and allowed a day ahead', () => {
    const at = (hours: number) => new Date(Date.parse('2026-11-23T12:00:00.000Z') + hours * 3_600_000).toISOString();
    const decideAt = (hours: number) =>
      decide(logMail(1, [bob], ['message-id:a@b'], { at: at(hours) as Instant }), knownFrom(world), onServer(anna));
    expect(decideAt(23.9).outcome).toBe('done');
    expect(decideAt(24.1)).toMatchObject({ outcome: 'refused', code: 'time-in-future' });
  });

  it('waits for the server when the device lacks the contact, and is refused when the server lacks it', () => {
    const stranger = contact(9);
    expect(decide(logMail(1, [stranger], ['message-id:a@b']), knownFrom(world), onDevice(anna)).outcome).toBe(
      'ask-server',
    );
    expect(decide(logMail(1, [stranger], ['message-id:a@b']), knownFrom(world), onServer(anna))).toMatchObject({
      code: 'contact-not-found',
    });
  });

  it('reads everything that its rule looks at', () => {
    const refs = reads(logMail(1, [{ ...bob, companyId: cleo.id }], ['message-id:a@b'])).map(refKey);
    expect(refs).toEqual(
      expect.arrayContaining([
        `id:contact:${bob.id}`,
        `id:contact:${cleo.id}`,
        'id:template:EMAIL',
        'item-key:message-id:a@b',
      ]),
    );
  });
});
