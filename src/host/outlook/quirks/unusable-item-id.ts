/**
 * Outlook on the Mac gives null or an empty item id for signed mail and after a look at a draft; a draft that was never
 * saved answers `clientid:…`, which is another one the next time. Neither tells one item from another.
 */
export function usableItemId(id: string | null | undefined): string | undefined {
  return id && !id.startsWith('clientid:') ? id : undefined;
}
