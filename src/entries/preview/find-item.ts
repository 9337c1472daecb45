import { itemKeys } from '../../capture/item-keys.ts';
import type { ItemKey } from '../../domain/item.ts';
import { sameItem } from '../../domain/item-keys.ts';
import type { PreviewItem } from '../../host/preview/create-preview-host.ts';

/** The identity of the mail or meeting among `items` that has these keys. */
export function findItem(items: readonly PreviewItem[], keys: readonly ItemKey[]): string | undefined {
  return items.find(({ item }) => sameItem(itemKeys(item), keys))?.item.identity;
}
