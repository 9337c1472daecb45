import fc from 'fast-check';
import { Migrator } from 'kysely/migration';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Command } from '../../src/domain/commands/command.ts';
import type { ContactId, EntryId, ItemId, JobId, PurgeId, TenantId } from '../../src/domain/ids.ts';
import type { Row } from '../../src/domain/row.ts';
import { rowKey } from '../../src/domain/row-key.ts';
import type { JobStore, JobTask } from '../../src/server/job-store.ts';
import { createLogStore } from '../../src/server/log/create-log-store.ts';
import { createJobStore } from '../../src/server/log/jobs/create-job-store.ts';
import type { LogStore } from '../../src/server/log-store.ts';
import { ftsTextIndex } from '../../src/server/sqlite/fts-text-index.ts';
import { migrations } from '../../src/server/sqlite/migrations.ts';
import { openSqlite } from '../../src/server/sqlite/node-sqlite.ts';
import { cancel, reinstate } from '../support/command-samples.ts';
import { anna, contact, id, logMail, noon, salesperson, template } from '../support/domain-samples.ts';
import { createMemoryLogStore, type MemoryLogStore } from '../support/memory-log-store.ts';
import { deletionOf, erasureOf } from '../support/model-purges.ts';
import { closeFollowUp, comment, deleteContact, followUp, merge } from '../support/new-command-samples.ts';
import { orphansIn } from '../support/orphans.ts';

const company = contact(9, { type: 'company', no: null });
const people = [1, 2, 3, 4].map((number) => contact(number, { no: null, companyId: number < 3 ? company.id : null }));
const start: Row[] = [template(), salesperson, company, ...people].map((row) => ({ ...row, rev: 0 }));
const mails = [['message-id:a'], ['draft:b'], ['message-id:a', 'draft:b'], ['ical:c|-'], ['message-id:d', 'ical:c|-']];

type Step =
  | { do: 'log' | 'cancel' | 'reinstate' | 'comment' | 'follow-up' | 'close' | 'merge' | 'gone'; pick: number }
  | {
      do: 'delete' | 'erase';
      pick: number;
    };
const anyStep: fc.Arbitrary<Step> = fc.record({
  do: fc.constantFrom(
    ...([
      'log',
      'log',
      'log',
      'cancel',
      'cancel',
      'reinstate',
      'comment',
      'follow-up',
      'close',
      'merge',
      'gone',
    ] as const),
    ...(['delete', 'erase'] as const),
  ),
  pick: fc.nat({ max: 59 }),
});

// No disk is needed here, and none is waited for.
const db = openSqlite(':memory:', { readOnly: false });
const store: RealLog = {
  ...createLogStore(db, ftsTextIndex, () => 'e'),
  ...createJobStore(db, ftsTextIndex, () => Promise.resolve()),
};
type RealLog = LogStore & JobStore;
beforeAll(async () => {
  const provider = { getMigrations: () => Promise.resolve(migrations) };
  const { error } = await new Migrator({ db, provider }).migrateToLatest();
  if (error !== undefined) throw error;
});
afterAll(() => store.close());

let tenants = 0;

/** Runs a course on the real log and on the plain model of it; both must end the same, with nothing left hanging. */
async function runCourse(steps: readonly Step[]): Promise<void> {
  tenants += 1;
  const tenantId = id<TenantId>(0xf000 + tenants);
  const principal = { ...anna, tenantId };
  const model = createMemoryLogStore();
  for (const log of [store, model]) await log.createTenant({ tenantId, name: 'Aurinko Oy' }, start);
  const entryIds: EntryId[] = [];
  const followUps: ReturnType<typeof followUp>[] = [];
  const pickOf = <T>(list: readonly T[], pick: number): T | undefined => list[pick % Math.max(1, list.length)];

  for (const [at, step] of steps.entries()) {
    const number = 0x100 + at;
    const { pick } = step;
    if (step.do === 'delete') await deleteBoth(store, model, principal, number);
    else if (step.do === 'erase') await eraseBoth(store, model, principal, number, pickOf(people, pick)?.id);
    else {
      const command = commandOf(step.do, number, pick);
      if (!command) continue;
      const [real, plain] = [
        await store.push(principal, [command], noon),
        await model.push(principal, [command], noon),
      ];
      expect(real.answers).toEqual(plain.answers);
      if (command.type !== 'log-interaction') continue;
      const made = new Set(model.rows(tenantId).map((row): string => row.id));
      for (const { from } of real.answers[0]?.aliases ?? []) made.add(from);
      entryIds.push(...command.with.map(({ entryId }) => entryId).filter((entryId) => made.has(entryId)));
    }
  }
  const { rows } = await store.changesSince(principal, 0, 100_000);
  expect(plainly(rows ?? [])).toEqual(plainly(model.rows(tenantId)));
  expect(await orphansIn(db, tenantId)).toEqual([]);

  function itemOf(entryId: EntryId): ItemId | null {
    const entry = model.rows(tenantId).find((row) => row.kind === 'entry' && row.id === entryId);
    return entry?.kind === 'entry' ? entry.itemId : null;
  }

  function commandOf(act: Step['do'], number: number, pick: number): Command | undefined {
    const entryId = pickOf(entryIds, pick);
    const person = pickOf(people, pick);
    switch (act) {
      case 'log': {
        const chosen = people.filter((_, at) => (pick >> at) % 2 === 1);
        if (chosen.length === 0) return undefined;
        const command = logMail(number, chosen, pickOf(mails, pick) ?? [], { note: `note ${number}` });
        return command;
      }
      case 'cancel':
        return entryId && cancel(number, [entryId]);
      case 'reinstate':
        return (
          entryId &&
          reinstate(
            number,
            entryId,
            itemOf(entryId),
            Array.from({ length: 40 }, (_, at) => id(0x100 + at)),
          )
        );
      case 'comment':
        return entryId && comment(number, entryId, `comment ${number}`);
      case 'follow-up': {
        const made = person && followUp(number, person, { entryId: entryId ?? null });
        if (made) followUps.push(made);
        return made;
      }
      case 'close': {
        const one = pickOf(followUps, pick);
        return one && { ...closeFollowUp(number, one), entryId: entryId ?? null };
      }
      case 'merge': {
        const into = pickOf(people, pick + 1);
        return person && into && merge(number, person.id, into.id);
      }
      default:
        return person && deleteContact(number, person.id);
    }
  }
}

async function deleteBoth(
  real: RealLog,
  model: MemoryLogStore,
  principal: typeof anna & { tenantId: TenantId },
  number: number,
): Promise<void> {
  const { asOf } = await real.previewDeletion(principal, {});
  const live = model.rows(principal.tenantId).filter((row) => row.kind === 'entry' && row.canceled.length === 0);
  await runJob(real, principal.tenantId, { kind: 'delete-canceled', id: id<JobId>(number), filter: {}, asOf });
  model.purge(principal.tenantId, 'deleted', deletionOf);
  const after = await real.changesSince(principal, 0, 100_000);
  const left = new Set((after.rows ?? []).map(rowKey));
  expect(live.filter((row) => !left.has(rowKey(row)))).toEqual([]);
}

async function eraseBoth(
  real: RealLog,
  model: MemoryLogStore,
  { tenantId }: { tenantId: TenantId },
  number: number,
  contactId: ContactId | undefined,
): Promise<void> {
  if (!contactId) return;
  await runJob(real, tenantId, { kind: 'erase-contact', id: id<JobId>(number), contactId });
  model.purge(tenantId, 'erased', (rows, aliases) => erasureOf(rows, aliases, contactId));
}

let purges = 0;
async function runJob(real: RealLog, tenantId: TenantId, task: JobTask): Promise<void> {
  await real.addJob(tenantId, task, { by: null, total: 0, now: noon });
  const ref = { tenantId, id: task.id };
  for (let step = await real.nextStep(ref, noon); step; step = await real.nextStep(ref, noon)) {
    purges += 8;
    const purgeIds = Array.from({ length: 8 }, (_, at) => id<PurgeId>(0x1000000 + purges + at));
    await real.doStep(ref, step, { now: noon, purgeIds });
  }
}

/** Rows without what depends on how many writes it took, in an order of their own; purges are told apart elsewhere. */
function plainly(rows: readonly Row[]): unknown[] {
  return rows
    .filter(({ kind }) => kind !== 'purge')
    .map((row) => ({ ...row, rev: 0 }))
    .sort((a, b) => (rowKey(a) < rowKey(b) ? -1 : 1));
}

it('leaves nothing hanging, and takes only what is canceled or erased, whatever came before', async () => {
  await fc.assert(fc.asyncProperty(fc.array(anyStep, { minLength: 5, maxLength: 40, size: 'max' }), runCourse), {
    seed: 20261123,
    numRuns: 200,
  });
  expect.hasAssertions();
}, 120_000);
