export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle];
  if (upper === undefined) throw new Error('a median of nothing');
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

/**
 * Runs both in turns, who is first alternating, so that what else the machine does falls on both alike. The first
 * `warmUp` rounds do not count.
 */
export async function inTurns(
  rounds: { count: number; warmUp: number },
  ours: (round: number) => Promise<number>,
  theirs: (round: number) => Promise<number>,
): Promise<{ ours: number[]; theirs: number[] }> {
  const all: { ours: number[]; theirs: number[] } = { ours: [], theirs: [] };
  for (let round = 0; round < rounds.count + rounds.warmUp; round += 1) {
    const order = round % 2 === 0 ? (['ours', 'theirs'] as const) : (['theirs', 'ours'] as const);
    for (const who of order) {
      const value = await (who === 'ours' ? ours : theirs)(round);
      if (round >= rounds.warmUp) all[who].push(value);
    }
  }
  return all;
}
