import { usePane } from '../state/pane-context.ts';
import { useSummaryTexts } from './use-summary-texts.ts';

export interface Sums {
  count: number;
  minutes: number;
  cost: number;
}
export const measures = ['count', 'minutes', 'cost'] as const;
export type Measure = (typeof measures)[number];

/** Sums in words: one measure by itself, and all three in one line. */
export function useMeasures(): { inWords(sums: Sums, of: Measure): string; line(sums: Sums): string } {
  const { format, setup } = usePane();
  const t = useSummaryTexts();
  const { number, money } = format.value;
  const currency = setup.value?.workspace?.currency;
  const inWords = (sums: Sums, of: Measure) =>
    of === 'cost' && currency ? money(sums.cost, currency) : number(sums[of]);
  const line = (sums: Sums) =>
    [
      t.interactions(number(sums.count), sums.count),
      t.minutes(number(sums.minutes)),
      ...(sums.cost > 0 ? [inWords(sums, 'cost')] : []),
    ].join(', ');
  return { inWords, line };
}
