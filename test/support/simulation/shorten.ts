import { type Outcome, simulate } from './simulate.ts';

/** How many shorter histories are tried. */
const mostTries = 400;

/**
 * The shortest history found that breaks a promise too: leaves out halves, quarters and so on down to single events,
 * as long as what is left fails under the same seed.
 */
export async function shorten(
  failed: Outcome,
  run: (script: Outcome['script']) => Promise<Outcome> = (script) => simulate(failed.seed, script),
): Promise<Outcome> {
  let shortest = failed;
  let tries = 0;
  for (let size = Math.ceil(shortest.script.length / 2); size >= 1 && tries < mostTries; ) {
    let shorter: Outcome | undefined;
    for (let at = 0; at < shortest.script.length && !shorter && tries < mostTries; at += size) {
      const script = shortest.script.filter((_, place) => place < at || place >= at + size);
      tries += 1;
      const outcome = await run(script);
      if (outcome.failure !== undefined) shorter = outcome;
    }
    if (shorter) {
      shortest = shorter;
      size = Math.min(size, Math.ceil(shortest.script.length / 2));
    } else size = size === 1 ? 0 : Math.ceil(size / 2);
  }
  return shortest;
}
