import type { ManyResult } from './perform-many.ts';

/** Does several acts on many entries one after another; what came of them together. */
export async function joinResults<Shown>(
  acts: readonly (() => Promise<ManyResult<Shown>>)[],
): Promise<ManyResult<Shown>> {
  const all: ManyResult<Shown> = { done: [], left: [], code: undefined };
  for (const act of acts) {
    const { done, left, code } = await act();
    all.done.push(...done);
    all.left.push(...left);
    all.code ??= code;
  }
  return all;
}
