import { readAmount } from '../messages/amount-text.ts';

/** What one entry of a logged interaction costs and lasts. */
export interface Amounts {
  cost: number;
  minutes: number;
}

/**
 * Cost and minutes of each chosen contact: what stands on the form for each of them or, when it is shared, that amount
 * shared out so that the sum stays what it is. What can't be shared evenly goes to the first ones.
 */
export function amountsOf(form: {
  chosen: readonly unknown[];
  cost: string;
  minutes: string;
  isShared: boolean;
}): Amounts[] {
  const count = form.chosen.length;
  const all = { cost: readAmount(form.cost), minutes: readAmount(form.minutes) };
  if (!form.isShared || count < 2) return Array.from({ length: count }, () => all);
  const cents = shareOut(Math.round(all.cost * 100), count);
  const minutes = shareOut(all.minutes, count);
  return cents.map((cent, at) => ({ cost: cent / 100, minutes: minutes[at] ?? 0 }));
}

function shareOut(total: number, count: number): number[] {
  const each = Math.floor(total / count);
  const left = total - each * count;
  return Array.from({ length: count }, (_, at) => each + (at < left ? 1 : 0));
}
