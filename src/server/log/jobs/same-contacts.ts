import type { Contact } from '../../../domain/contact.ts';
import { familyOf } from '../family-of.ts';
import { parseBody } from '../parse-body.ts';
import type { JobReading } from './job-kind.ts';

/**
 * All contacts that are the same person or company as this one: what it was merged into, and what was merged into that.
 * A deleted person is read at its company but is none of it. Empty where there is no such contact.
 */
export async function sameContacts({ db, bulk, tenant }: Omit<JobReading, 'now'>, id: string): Promise<string[]> {
  const read = async (ids: readonly string[]) => {
    const found = await bulk.selectIn(db, { table: 'contact', column: 'id', wanted: ['body'] }, tenant, ids);
    return found.map(({ body }) => parseBody(body)).filter((row): row is Contact => row.kind === 'contact');
  };
  const [contact] = await read([id]);
  if (!contact) return [];
  const seen = new Set<string>([id]);
  let root = contact;
  while (root.mergedInto !== null && !seen.has(root.mergedInto)) {
    seen.add(root.mergedInto);
    const [into] = await read([root.mergedInto]);
    if (into?.type !== contact.type) break;
    root = into;
  }
  const family = await read(await familyOf(db, tenant, root.id));
  return family.filter(({ type }) => type === contact.type).map((one) => one.id);
}
