import type { ItemKey } from './item.ts';

/** Longest value kept verbatim; beyond it a key is shortened with a checksum, so that any real header fits. */
const longestValue = 900;

/** Makes a key; undefined when there is nothing to recognise the item by. */
export function itemKey(kind: 'message-id' | 'ical' | 'draft' | 'weak', value: string): ItemKey | undefined {
  const clean = value.replace(/\s+/g, ' ').trim();
  if (clean === '') return undefined;
  const short =
    clean.length <= longestValue ? clean : `${clean.slice(0, longestValue).toWellFormed()}#${checksum(clean)}`;
  return `${kind}:${short}` as ItemKey; // has the checked form by construction
}

// FNV-1a over UTF-16 units: stable across devices; only tells apart over-long values with the same 900-unit start.
function checksum(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(16);
}

/**
 * Whether two sets of keys mean the same mail or meeting: a strong key in common, or a weak one in common while no
 * kind of strong key is present on both sides with different values.
 */
export function sameItem(a: readonly ItemKey[], b: readonly ItemKey[]): boolean {
  const shared = a.filter((key) => b.includes(key));
  if (shared.some((key) => !isWeak(key))) return true;
  if (shared.length === 0) return false;
  const kinds = new Set(a.filter((key) => !isWeak(key)).map(kindOf));
  return !b.some((key) => !isWeak(key) && kinds.has(kindOf(key)));
}

/** Whether a key only resembles: it is made of an address, a time and a subject. */
export function isWeak(key: ItemKey): boolean {
  return key.startsWith('weak:');
}

function kindOf(key: ItemKey): string {
  return key.slice(0, key.indexOf(':'));
}
