import { addressesOf } from '../domain/addresses-of.ts';
import { isSetup } from '../domain/ref.ts';
import type { Row } from '../domain/row.ts';

/**
 * What finds a pending row besides its key: the questions of `shown-rows.ts` that it answers, and the lists of the pane
 * in which it stands. Each is written with every click, so there is none that nobody asks for.
 */
export function pendingFinds(row: Row): string[] {
  return [...new Set(findsOf(row))];
}

function findsOf(row: Row): string[] {
  switch (row.kind) {
    case 'entry': {
      const lists = ['entries', ...(row.postponed ? [`postponed:${row.userId}`] : [])];
      return [...lists, ...concerned(row).map((id) => `history:${id}`)];
    }
    case 'contact': {
      const addresses = addressesOf(row).map((address) => `any-address:${address}`);
      const merged = row.mergedInto === null ? [] : [`merged-into:${row.mergedInto}`];
      return [...addresses, ...row.domains.map((domain) => `domain:${domain}`), ...merged];
    }
    case 'follow-up':
      return [row.userId, ...concerned(row)].map((id) => `follow-ups:${id}`);
    case 'item':
      return row.keys.map((key) => `item-key:${key}`);
    case 'comment':
      return [`comments:${row.entryId}`];
    default:
      return isSetup(row.kind) ? ['setup'] : [];
  }
}

function concerned({ contactId, companyId }: { contactId: string; companyId: string | null }): string[] {
  return companyId === null ? [contactId] : [contactId, companyId];
}
