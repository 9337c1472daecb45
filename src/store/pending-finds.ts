import { addressesOf } from '../domain/contact.ts';
import { refKeysOf } from '../domain/ref.ts';
import type { Row } from '../domain/row.ts';

/** What finds a pending row besides its key: every ref that it answers, and the lists of the pane in which it stands. */
export function pendingFinds(row: Row): string[] {
  const finds = refKeysOf(row);
  switch (row.kind) {
    case 'entry':
      finds.push('entries', `history:${row.contactId}`);
      if (row.companyId !== null && row.companyId !== row.contactId) finds.push(`history:${row.companyId}`);
      if (row.postponed) finds.push(`postponed:${row.userId}`);
      break;
    case 'contact':
      finds.push('contacts', ...addressesOf(row).map((address) => `any-address:${address}`));
      if (row.mergedInto !== null) finds.push(`merged-into:${row.mergedInto}`);
      break;
    case 'follow-up':
      finds.push(`follow-ups:${row.userId}`, `follow-ups:${row.contactId}`);
      if (row.companyId !== null) finds.push(`follow-ups:${row.companyId}`);
      break;
    case 'comment':
      finds.push(`comments:${row.entryId}`);
      break;
    default:
      break;
  }
  return [...new Set(finds)];
}
