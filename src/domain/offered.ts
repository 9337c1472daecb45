/**
 * Whether a row of the set-up or a contact may be chosen: not deleted and not merged into another. Whoever shows what
 * was chosen earlier takes the others as well, for entries keep their codes and contacts.
 */
export function isOffered(row: { deleted: boolean; mergedInto?: string | null }): boolean {
  return !row.deleted && (row.mergedInto ?? null) === null;
}
