import { describe, expect, it } from 'vitest';
import type { CancelInteraction } from '../../src/domain/commands/cancel-interaction.ts';
import { type Command, decide } from '../../src/domain/commands/command.ts';
import type { ReinstateInteraction } from '../../src/domain/commands/reinstate-interaction.ts';
import type { Actor } from '../../src/domain/decision.ts';
import type { CommandId } from '../../src/domain/ids.ts';
import { isLive } from '../../src/domain/is-live.ts';
import { knownFrom } from '../../src/domain/known.ts';
import type { LogEntry } from '../../src/domain/log-entry.ts';
import type { Row } from '../../src/domain/row.ts';
import { anna, contact, id, logMail, mika, noon, onServer, salesperson, template } from '../support/domain-samples.ts';

const bob = contact(1);

function world() {
  let rows: Row[] = [bob, template(), salesperson];
  return {
    run(command: Command, actor: Actor = anna) {
      const decision = decide(command, knownFrom(rows), onServer(actor));
      if (decision.outcome === 'done' || decision.outcome === 'joined') rows = [...rows, ...decision.changes];
      return decision;
    },
    entries: () => {
      const known = knownFrom(rows);
      const ids = new Set(rows.filter((row): row is LogEntry => row.kind === 'entry').map((row) => row.id));
      return [...ids].map((one) => known.get('entry', one)).filter((entry) => entry !== undefined);
    },
  };
}

function cancel(number: number, entry: LogEntry, undoes: CommandId | null = null): CancelInteraction {
  return {
    id: id(number),
    madeAt: noon,
    needs: [],
    type: 'cancel-interaction',
    entryIds: [entry.id],
    why: '',
    undoes,
  };
}

function reinstate(number: number, entry: LogEntry): ReinstateInteraction {
  const removes = entry.canceled.map((reason) => reason.commandId);
  const entries = [{ entryId: entry.id, itemId: entry.itemId, removes }];
  return { id: id(number), madeAt: noon, needs: [], type: 'reinstate-interaction', entries };
}

const only = (entries: LogEntry[]): LogEntry => {
  if (entries.length !== 1 || !entries[0]) throw new Error(`${entries.length} entries`);
  return entries[0];
};

describe('canceling', () => {
  it('keeps who, when and why, and reinstating takes it back', () => {
    const log = world();
    log.run(logMail(1, [bob], ['message-id:a@b']));
    log.run(cancel(2, only(log.entries())), mika);
    expect(only(log.entries()).canceled).toMatchObject([{ commandId: id(2), by: mika.userId, via: 'entry' }]);
    log.run(reinstate(3, only(log.entries())));
    expect(isLive(only(log.entries()))).toBe(true);
    expect(only(log.entries()).reinstated).toMatchObject([
      { commandId: id(3), by: anna.userId, reasons: [{ commandId: id(2), by: mika.userId }] },
    ]);
  });

  it('stays canceled while a reason that was not named is left', () => {
    const log = world();
    log.run(logMail(1, [bob], ['message-id:a@b']));
    const before = only(log.entries());
    log.run(cancel(2, before));
    const seenByAnna = only(log.entries());
    log.run(cancel(3, before), mika);
    log.run(reinstate(4, seenByAnna));
    expect(only(log.entries()).canceled.map((reason) => reason.commandId)).toEqual([id(3)]);
  });

  it('has nothing to do when the reason is gone already', () => {
    const log = world();
    log.run(logMail(1, [bob], ['message-id:a@b']));
    log.run(cancel(2, only(log.entries())));
    const seen = only(log.entries());
    log.run(reinstate(3, seen));
    expect(log.run(reinstate(4, seen))).toMatchObject({ outcome: 'done', changes: [] });
  });
});

describe('undo', () => {
  it('cancels what the command made', () => {
    const log = world();
    log.run(logMail(1, [bob], ['message-id:a@b']));
    log.run(cancel(2, only(log.entries()), id(1)));
    expect(isLive(only(log.entries()))).toBe(false);
  });

  it('leaves an entry alone that the command only joined', () => {
    const log = world();
    log.run(logMail(1, [bob], ['message-id:a@b']), mika);
    log.run(logMail(2, [bob], ['message-id:a@b']), anna);
    log.run(cancel(3, only(log.entries()), id(2)), anna);
    expect(isLive(only(log.entries()))).toBe(true);
  });
});

describe('reinstating', () => {
  it('is refused when the mail was logged again for the same contact meanwhile', () => {
    const log = world();
    log.run(logMail(1, [bob], ['message-id:a@b']));
    const first = only(log.entries());
    log.run(cancel(2, first));
    const canceled = only(log.entries());
    log.run(logMail(3, [bob], ['message-id:a@b']), mika);
    expect(log.run(reinstate(4, canceled))).toMatchObject({ outcome: 'refused', code: 'already-logged' });
  });
});
