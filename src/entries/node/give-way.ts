/** How many times as long as a step took others have what it used, and how long at most (ms). */
const share = 2;
const most = 250;

/**
 * Does a step of long work, then rests: one thread writes for all, and a push that comes meanwhile waits at most for the
 * step that is being done, not for those behind it. The more others write, the longer a step takes and the longer the rest.
 */
export async function giveWay<T>(step: () => Promise<T>): Promise<T> {
  const started = performance.now();
  const result = await step();
  const ms = Math.min(most, share * (performance.now() - started));
  await new Promise((resolve) => setTimeout(resolve, ms));
  return result;
}
