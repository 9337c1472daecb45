/**
 * One measured figure. `value` is the median of what Interlog takes, `against` the median of what it is compared with,
 * taken in turns with it in the same run and in the same unit; null where there is nothing to compare with.
 */
export interface Figure {
  name: string;
  value: number;
  unit: string;
  against: number | null;
  /** `value / against`, or `value / budget` of an absolute budget. */
  ratio: number;
  /** What the ratio is held to, such as `≤ 1.5 ×`. */
  budget: string;
  ok: boolean;
  /** Where the figure itself is not what the budget is about: how far its runs lay apart, and the like. */
  note?: string;
}

export interface Bench {
  name: string;
  /** What is measured, and what it is compared with; one line. */
  what: string;
  run(): Promise<Figure>;
}

/** A figure whose ratio may be at most `most`. */
export function atMost(most: number, figure: Omit<Figure, 'ratio' | 'budget' | 'ok'> & { against: number }): Figure {
  const ratio = figure.value / figure.against;
  return { ...figure, ratio, budget: `≤ ${most} ×`, ok: ratio <= most };
}

/** A figure whose ratio must be at least `least`: of rates, where more is better. */
export function atLeast(least: number, figure: Omit<Figure, 'ratio' | 'budget' | 'ok'> & { against: number }): Figure {
  const ratio = figure.value / figure.against;
  return { ...figure, ratio, budget: `≥ ${least} ×`, ok: ratio >= least };
}
