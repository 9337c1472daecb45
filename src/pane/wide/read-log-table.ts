import type { Contact } from '../../domain/contact.ts';
import type { ContactId } from '../../domain/ids.ts';
import type { ShownEntry, StoreReader } from '../../store/local-store.ts';

/** An entry with what its line in the table names. */
export interface TableRow {
  shown: ShownEntry;
  contactName: string;
  /** Empty for a company itself and for people without one. */
  companyName: string;
  comments: number;
}

/** The newest `limit` entries that this device holds, and whether it holds more. */
export async function readLogTable(reader: StoreReader, limit: number): Promise<{ rows: TableRow[]; isAll: boolean }> {
  const { entries, next } = await reader.log({ limit });
  const ids = new Set<ContactId>();
  for (const { entry } of entries) {
    ids.add(entry.contactId);
    if (entry.companyId !== null) ids.add(entry.companyId);
  }
  const found = await Promise.all(
    [...ids].map(async (id): Promise<[ContactId, Contact | undefined]> => [id, await reader.contact(id)]),
  );
  const contacts = new Map(found);
  const rows = await Promise.all(
    entries.map(async (shown): Promise<TableRow> => {
      const { id, contactId, companyId } = shown.entry;
      const company = companyId === null || companyId === contactId ? undefined : contacts.get(companyId);
      return {
        shown,
        contactName: contacts.get(contactId)?.name ?? '',
        companyName: company?.name ?? '',
        comments: (await reader.comments(id)).length,
      };
    }),
  );
  return { rows, isAll: next === null };
}
