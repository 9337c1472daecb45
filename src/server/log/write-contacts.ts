import type { Kysely } from 'kysely';
import type { Contact } from '../../domain/contact.ts';
import { isOffered } from '../../domain/offered.ts';
import { foldedWords } from '../../domain/sought-words.ts';
import type { BatchRows } from './batch-rows.ts';
import type { BulkStatements, Value } from './bulk-statements.ts';
import { cutWord } from './entry-words.ts';
import { findLastReached } from './last-reached.ts';
import { parseBody } from './parse-body.ts';
import { searchWords } from './search-words.ts';
import { contactDomains, contactNames, contacts, contactWords, type Tables } from './tables.ts';

/** Writes contacts and what they are found by. */
export async function writeContacts(
  db: Kysely<Tables>,
  bulk: BulkStatements,
  tenant: string,
  changed: readonly Contact[],
  rows: BatchRows,
): Promise<void> {
  if (changed.length === 0) return;
  const regrouped = await withOtherFamily(db, bulk, tenant, changed);
  await bulk.upsert(
    db,
    contacts,
    changed.map((contact): Value[] => [
      tenant,
      contact.id,
      contact.rev,
      contact.email,
      contact.companyId,
      contact.mergedInto,
      JSON.stringify(contact),
      contact.salespersonCode,
      Number(contact.deleted),
    ]),
  );
  await findLastReached(db, tenant, regrouped);
  await writeNames(db, bulk, tenant, changed);

  // People are found by their company's name, so they are indexed anew with it.
  const companies = changed.filter(({ type }) => type === 'company').map(({ id }) => id);
  const people = await bulk.selectIn(
    db,
    { table: 'contact', column: 'company_id', wanted: ['body'] },
    tenant,
    companies,
  );
  const indexed = new Map<string, Contact>();
  for (const row of [...people.map(({ body }) => parseBody(body)), ...changed])
    if (row.kind === 'contact') indexed.set(row.id, row);
  const all = [...indexed.values()];

  const names = new Map<string, string>();
  const missing = all.map(({ companyId }) => companyId).filter((id) => id !== null && !rows.has(`contact:${id}`));
  const found = await bulk.selectIn(
    db,
    { table: 'contact', column: 'id', wanted: ['id', 'body'] },
    tenant,
    missing.filter((id) => id !== null),
  );
  for (const { id, body } of found) {
    const company = parseBody(body);
    if (company.kind === 'contact') names.set(id, company.name);
  }
  const companyName = ({ companyId }: Contact) =>
    companyId === null ? '' : (rows.get('contact', companyId)?.name ?? names.get(companyId) ?? '');

  for (const table of ['contact_word', 'contact_domain'] as const) await forget(db, table, tenant, all);
  await bulk.upsert(
    db,
    contactWords,
    all
      .filter(isOffered)
      .flatMap((contact) =>
        searchWords(contact, companyName(contact)).map((word): Value[] => [tenant, word, contact.id]),
      ),
  );
  await bulk.upsert(
    db,
    contactDomains,
    all.flatMap((contact) => [...new Set(contact.domains)].map((domain): Value[] => [tenant, domain, contact.id])),
  );
}

/** Contacts that were or are merged into another, and those others: when they were last reached is to be found anew. */
async function withOtherFamily(
  db: Kysely<Tables>,
  bulk: BulkStatements,
  tenant: string,
  changed: readonly Contact[],
): Promise<string[]> {
  const before = await bulk.selectIn(
    db,
    { table: 'contact', column: 'id', wanted: ['id', 'merged_into'] },
    tenant,
    changed.map(({ id }) => id),
  );
  const was = new Map(before.map(({ id, merged_into }) => [id, merged_into]));
  return changed.flatMap(({ id, mergedInto }) => {
    const earlier = was.get(id) ?? null;
    return earlier === mergedInto ? [] : [id, earlier, mergedInto].filter((one) => one !== null);
  });
}

/** A name is kept by itself: entries are found by it, also those of contacts that are offered nowhere any more. */
async function writeNames(
  db: Kysely<Tables>,
  bulk: BulkStatements,
  tenant: string,
  changed: readonly Contact[],
): Promise<void> {
  await forget(db, 'contact_name', tenant, changed);
  await bulk.upsert(
    db,
    contactNames,
    changed.flatMap(({ id, name }) =>
      [...new Set(foldedWords(name).map(cutWord))].map((word): Value[] => [tenant, word, id]),
    ),
  );
}

async function forget(
  db: Kysely<Tables>,
  table: 'contact_word' | 'contact_domain' | 'contact_name',
  tenant: string,
  contacts: readonly Contact[],
): Promise<void> {
  for (let at = 0; at < contacts.length; at += 500)
    await db
      .deleteFrom(table)
      .where('tenant', '=', tenant)
      .where(
        'contact_id',
        'in',
        contacts.slice(at, at + 500).map(({ id }) => id),
      )
      .execute();
}
