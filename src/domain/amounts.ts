import * as v from 'valibot';

export const mostCost = 1e12;
export const mostMinutes = 1_000_000;

/** What an interaction costs, in the workspace's currency; of a template, what each one costs. */
export const Cost = v.pipe(v.number(), v.minValue(0), v.maxValue(mostCost));

/** How long an interaction took, in whole minutes. */
export const Minutes = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(mostMinutes));
