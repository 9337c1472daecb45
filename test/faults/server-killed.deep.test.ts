import { afterAll, beforeAll, expect, it } from 'vitest';
import type { LogInteraction } from '../../src/domain/commands/log-interaction.ts';
import buildPane from '../support/build-pane.ts';
import { createFaultClient, type FaultClient } from '../support/fault-client.ts';
import { type PreviewProcess, startPreviewProcess } from '../support/preview-process.ts';
import { createChance } from '../support/simulation/chance.ts';

let preview: PreviewProcess;
let anna: FaultClient;

beforeAll(async () => {
  await buildPane();
  preview = await startPreviewProcess();
  anna = await createFaultClient(preview);
});
afterAll(() => preview?.dispose());

it('loses nothing it acknowledged and doubles nothing when it is killed under pushes, fifty times', async () => {
  const chance = createChance(20261123);
  const before = new Set((await anna.entries()).map(({ id }) => id));
  const acknowledged = new Map<string, unknown>();
  const sent: LogInteraction[] = [];
  let unanswered: LogInteraction[] = [];

  for (let round = 0; round < 50; round += 1) {
    let killed = false;
    const { promise: answered, resolve: hasAnswered } = Promise.withResolvers<void>();
    const pushing = (async () => {
      while (!killed) {
        const fresh = Array.from({ length: 1 + chance.below(40) }, () => anna.logMail(sent.length));
        sent.push(...fresh);
        const batch = [...unanswered.slice(0, 60), ...fresh].slice(0, 100);
        unanswered = [...unanswered, ...fresh];
        const answers = await anna.push(batch);
        for (const answer of answers ?? []) {
          expect(answer.outcome).toBe('done');
          acknowledged.set(answer.commandId, answer);
        }
        unanswered = unanswered.filter(({ id }) => !acknowledged.has(id));
        if (answers) hasAnswered();
      }
    })();
    // Any moment of a later push: on its way, being run, being written, answered. `pushing` only ends before it by a fault.
    await Promise.race([answered, pushing]);
    await new Promise((resolve) => setTimeout(resolve, 20 + chance.below(120)));
    const end = preview.kill();
    killed = true;
    await Promise.all([end, pushing]);
    await preview.start();

    const held = new Set((await anna.entries()).map(({ id }) => id));
    for (const command of sent)
      if (acknowledged.has(command.id)) for (const { entryId } of command.with) expect(held).toContain(entryId);
  }

  // Everything once more, what was acknowledged too.
  for (let at = 0; at < sent.length; at += 100) {
    const answers = await anna.push(sent.slice(at, at + 100));
    for (const answer of answers ?? []) {
      expect(answer.outcome).toBe('done');
      const first = acknowledged.get(answer.commandId);
      if (first) expect(answer).toEqual(first);
    }
  }
  const made = (await anna.entries()).filter(({ id }) => !before.has(id));
  expect(made.map(({ id }) => id).sort()).toEqual(sent.flatMap((one) => one.with.map(({ entryId }) => entryId)).sort());
  expect(new Set(made.map(({ entryNo }) => entryNo)).size).toBe(made.length);
  expect(acknowledged.size).toBeGreaterThanOrEqual(50);
});
