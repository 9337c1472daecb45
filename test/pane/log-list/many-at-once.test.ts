import { describe, expect, it } from 'vitest';
import type { Command } from '../../../src/domain/commands/command.ts';
import type { CommandId, EntryId } from '../../../src/domain/ids.ts';
import { inChunks, performMany } from '../../../src/pane/log-list/act/perform-many.ts';
import type { PaneState } from '../../../src/pane/state/pane-state.ts';
import type { PerformResult, ShownEntry } from '../../../src/store/local-store.ts';
import { id, noon } from '../../support/domain-samples.ts';

const shown = (number: number, pending: CommandId[] = []) =>
  ({ entry: { id: id<EntryId>(number) }, pending }) as unknown as ShownEntry; // all that is read of it
const many = (count: number) => Array.from({ length: count }, (_, at) => shown(at + 1));

describe('acts on many entries', () => {
  it('name at most five hundred in one command', () => {
    expect(inChunks(many(1201)).map((chunk) => chunk.length)).toEqual([500, 500, 201]);
    expect(inChunks([])).toEqual([]);
  });

  it('need no more commands than one can need, each entry being in one', () => {
    const unsent = Array.from({ length: 50 }, (_, at) =>
      shown(at + 1, [id<CommandId>(2 * at), id<CommandId>(2 * at + 1)]),
    );
    const chunks = inChunks(unsent);
    expect(chunks.flat()).toEqual(unsent);
    for (const chunk of chunks) expect(new Set(chunk.flatMap(({ pending }) => pending)).size).toBeLessThanOrEqual(20);
  });

  it('are one command for entries that the same one made', () => {
    const together = Array.from({ length: 100 }, (_, at) => shown(at + 1, [id<CommandId>(7)]));
    expect(inChunks(together)).toHaveLength(1);
  });
});

/** A pane whose device answers as `decide` says. */
function paneThat(decide: (ids: readonly EntryId[]) => PerformResult) {
  let made = 0;
  const performed: EntryId[][] = [];
  const device = {
    envelope: (needs: CommandId[]) => {
      made += 1;
      return { id: id<CommandId>(0x500 + made), madeAt: noon, needs };
    },
    perform: async (command: Command) => {
      if (command.type !== 'evaluate-interaction') throw new Error('another command');
      const result = decide(command.entryIds);
      if (result.outcome === 'saved') performed.push(command.entryIds);
      return result;
    },
  };
  return { pane: { services: { device } } as unknown as PaneState, performed }; // all that is asked of it
}

const evaluate = (entries: readonly ShownEntry[], pane: PaneState) =>
  performMany(
    entries,
    (chunk, envelope) => ({
      ...envelope,
      type: 'evaluate-interaction',
      entryIds: chunk.map(({ entry }) => entry.id),
      evaluation: 'neutral',
    }),
    pane,
  );

describe('an entry that the rules refuse', () => {
  it('keeps no other of the selection from being changed', async () => {
    const bad = id<EntryId>(300);
    const { pane, performed } = paneThat((ids) =>
      ids.includes(bad)
        ? { outcome: 'refused', code: 'already-logged', detail: {} }
        : { outcome: 'saved', decided: true, joined: [] },
    );
    const result = await evaluate(many(700), pane);
    expect(result.left.map(({ entry }) => entry.id)).toEqual([bad]);
    expect(result.code).toBe('already-logged');
    expect(performed.flat().toSorted()).toEqual(
      many(700)
        .map(({ entry }) => entry.id)
        .filter((one) => one !== bad),
    );
    expect(result.done).toHaveLength(699);
  });
});

describe('a device that can keep nothing any more', () => {
  it('leaves the rest as it is and says why, without trying each', async () => {
    let tries = 0;
    const { pane } = paneThat(() => {
      tries += 1;
      return tries === 1
        ? { outcome: 'saved', decided: true, joined: [] }
        : { outcome: 'failed', code: 'storage-full' };
    });
    const result = await evaluate(many(1500), pane);
    expect([result.done.length, result.left.length, result.code, tries]).toEqual([500, 1000, 'storage-full', 2]);
  });
});
