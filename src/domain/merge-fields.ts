import { canonicalJson } from './canonical-json.ts';

/**
 * Lays the fields that a person `wanted` over what a row is `now`, when they `saw` other values than those. A field that
 * only one of the two changed has that one's value; one that both changed to different values is the `clash`. A field
 * without a value in `saw` was not seen, and counts as changed by both.
 */
export function mergeFields<F extends object>(
  saw: { [K in keyof F]?: F[K] | undefined },
  wanted: F,
  now: { [K in keyof F]?: F[K] | undefined },
): { fields: F; clash?: undefined } | { clash: string } {
  const fields = { ...wanted };
  for (const field of Object.keys(wanted) as (keyof F & string)[]) {
    // the keys of what was just copied
    const [mine, before, theirs] = [wanted[field], saw[field], now[field]].map(canonicalJson);
    if (mine === theirs || before === theirs) continue;
    if (mine !== before) return { clash: field };
    const kept = now[field];
    if (kept !== undefined) fields[field] = kept;
  }
  return { fields };
}
