import { v7 } from 'uuid';
import type { EntryId, JobId, PurgeId, TenantId } from '../../src/domain/ids.ts';
import { openSqliteLogStore } from '../../src/server/sqlite/open-sqlite-log-store.ts';
import { cancel } from '../support/command-samples.ts';
import { anna, contact, id, logMail, noon, salesperson, template } from '../support/domain-samples.ts';
import { entryOf } from '../support/new-command-samples.ts';

/** Cancels 400 entries in the folder named on its command line and deletes them, printing how many are gone after each step. */
const tenantId = id<TenantId>(1);
const principal = { ...anna, tenantId };
const bob = { ...contact(1), rev: 0 };
const store = await openSqliteLogStore(process.argv[2] ?? '', { epoch: 'e' });
await store.createTenant({ tenantId, name: 'Aurinko Oy' }, [template(), salesperson, bob]);
const mails = Array.from({ length: 400 }, (_, at) => logMail(at + 1, [bob], [`message-id:${at}`]));
await store.push(principal, mails, noon);
const entryIds: EntryId[] = mails.map(entryOf);
await store.push(principal, [cancel(0x5000, entryIds)], noon);
const { asOf } = await store.previewDeletion(principal, {});
const ref = { tenantId, id: id<JobId>(0xf1) };
await store.addJob(
  tenantId,
  { kind: 'delete-canceled', id: ref.id, filter: {}, asOf },
  { by: null, total: 400, now: noon },
);
for (let step = await store.nextStep(ref, noon); step; step = await store.nextStep(ref, noon)) {
  const { done } = await store.doStep(ref, step, { now: noon, purgeIds: [v7() as PurgeId] }); // as the server makes them
  process.stdout.write(`${done}\n`);
}
