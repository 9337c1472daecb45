import type { TenantId } from '../../src/domain/ids.ts';
import { openSqliteLogStore } from '../../src/server/sqlite/open-sqlite-log-store.ts';
import { anna, contact, id, logMail, noon, salesperson, template } from '../support/domain-samples.ts';

/** Pushes into the folder named on its command line for ever and prints the number of each push that was acknowledged. */
const tenantId = id<TenantId>(1);
const bob = { ...contact(1), rev: 0 };
const store = await openSqliteLogStore(process.argv[2] ?? '', { epoch: 'e' });
await store.createTenant({ tenantId, name: 'Aurinko Oy' }, [template(), salesperson, bob]);
for (let number = 1; ; number += 1) {
  await store.push({ ...anna, tenantId }, [logMail(number, [bob], [`message-id:${number}`])], noon);
  process.stdout.write(`${number}\n`);
}
