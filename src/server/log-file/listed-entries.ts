import type { Comment } from '../../domain/comment.ts';
import type { Contact } from '../../domain/contact.ts';
import type { LogEntry } from '../../domain/log-entry.ts';
import type { Row, RowOf } from '../../domain/row.ts';
import { rowKey } from '../../domain/row-key.ts';
import type { LogListResponse } from '../../protocol/log-list.ts';

/** An entry with what a file says of it. */
export interface ListedEntry {
  entry: LogEntry;
  contact: Contact | undefined;
  company: Contact | undefined;
  /** Oldest first. */
  comments: Comment[];
}

/** The entries of a page in its order. */
export function listedEntries({ rows, entryIds }: LogListResponse): ListedEntry[] {
  const byKey = new Map(rows.map((row) => [rowKey(row), row]));
  const get = <K extends Row['kind']>(kind: K, id: string | null) => byKey.get(`${kind}:${id}`) as RowOf<K> | undefined; // the key names the kind
  const comments = Map.groupBy(
    rows.filter((row) => row.kind === 'comment'),
    ({ entryId }): string => entryId,
  );
  return entryIds.flatMap((id) => {
    const entry = get('entry', id);
    if (!entry) return [];
    const { contactId, companyId } = entry;
    return [
      {
        entry,
        contact: get('contact', contactId),
        company: companyId === contactId ? undefined : get('contact', companyId),
        comments: (comments.get(id) ?? []).sort((a, b) => (a.at < b.at ? -1 : 1)),
      },
    ];
  });
}
