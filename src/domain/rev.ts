import * as v from 'valibot';

/** The tenant's counter value at which the server last changed a row; 0 for a row that only this device knows yet. */
export const Rev = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
export type Rev = v.InferOutput<typeof Rev>;
