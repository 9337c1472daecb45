const forms = [
  /^(?<whole>\d+)(?:[.,](?<decimals>\d{1,4}))?$/,
  /^(?<whole>\d{1,3}(?:[\s'’]\d{3})+)(?:[.,](?<decimals>\d{1,4}))?$/,
  /^(?<whole>\d{1,3}(?:,\d{3})+)\.(?<decimals>\d{1,4})$/,
  /^(?<whole>\d{1,3}(?:\.\d{3})+),(?<decimals>\d{1,4})$/,
  /^(?<whole>\d{1,3}([.,])\d{3}(?:\2\d{3})+)$/,
];
/** A thousand and more to some, one and a little to others. */
const ambiguous = /^[1-9]\d{0,2}[.,]\d{3}$/;

/**
 * A number from 0 as people write it, with a decimal point or comma (up to four decimals) and marks between thousands
 * (`1 234,50`, `1,234.50`); empty is 0. NaN for what is none, and for what can be read in two ways (`1,234`).
 */
export function readAmount(text: string): number {
  const typed = text.trim();
  if (typed === '') return 0;
  const read = forms.map((form) => form.exec(typed)?.groups).find((groups) => groups !== undefined);
  if (!read || ambiguous.test(typed)) return Number.NaN;
  return Number(`${read.whole?.replace(/\D/g, '')}.${read.decimals ?? ''}`);
}

/** A number for a field that is read by `readAmount`. */
export function writeAmount(value: number): string {
  const text = String(value);
  return ambiguous.test(text) ? `${text}0` : text;
}
