import type { CallResult } from '../office-calls.ts';

/**
 * The first save of custom properties of a new draft fails in the new Outlook ("Id is malformed"), the second works.
 * One more try from the start, with properties loaded anew; a client that can't save at all is not asked again.
 */
export async function saveAgainOnce(save: () => Promise<CallResult<unknown>>): Promise<CallResult<unknown>> {
  const first = await save();
  return first.ok || first.problem.why === 'not-possible' ? first : save();
}
