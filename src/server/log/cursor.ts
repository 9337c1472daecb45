/** Where a page of older entries starts: below this place in time. */
export function writeOlder(place: number): string {
  return String(place);
}

/** Undefined when `token` was not given by this server. */
export function readOlder(token: string): number | undefined {
  if (!/^-?\d{1,16}$/.test(token)) return undefined;
  const place = Number(token);
  return Number.isSafeInteger(place) ? place : undefined;
}
