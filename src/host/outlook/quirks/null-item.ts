import type { OfficeItem, OfficeMailbox } from '../office-surface.ts';

/**
 * `mailbox.item` is null or undefined when nothing or several items are selected, and also in an inline reply and in a
 * shared mailbox until something else is selected; some clients leave a husk without an item type. Asking such an
 * item for anything throws.
 */
export function usableItem(mailbox: OfficeMailbox | undefined): OfficeItem | undefined {
  const item = mailbox?.item;
  return item && typeof item.itemType === 'string' ? item : undefined;
}
