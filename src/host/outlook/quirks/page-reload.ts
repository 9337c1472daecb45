import { isComposed, type OfficeItem } from '../office-surface.ts';
import { usableItemId } from './unusable-item-id.ts';

/**
 * Some builds load the page anew instead of raising ItemChanged, and forget whatever it held. So an item that is read
 * is told by what it says of itself, never by a counter: after the reload it has the identity it had before. An item
 * that is being written says too little of itself; `seen` counts the changes of item and keeps two of them apart.
 */
export function identityOf(item: OfficeItem, seen: number): string {
  const thread = item.conversationId ?? '';
  if (isComposed(item)) return `compose ${item.itemType} ${thread} ${seen}`;
  const created = item.dateTimeCreated?.getTime() ?? '';
  return `read ${item.itemType} ${usableItemId(item.itemId) ?? ''} ${item.internetMessageId ?? ''} ${thread} ${created}`;
}
