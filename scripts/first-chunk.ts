import type { Rolldown } from 'vite';

/**
 * Names the chunk of a module: everything that `roots` and their imports import before they run goes into the file `name`,
 * which is smaller and sooner there than many small ones. Other modules stay where the bundler puts them.
 */
export function firstChunk(
  roots: readonly string[],
  name: string,
): (id: string, context: Rolldown.ChunkingContext) => string | null {
  return (id, context) => {
    const seen = new Set([id]);
    for (const one of seen) {
      if (roots.includes(one)) return name;
      for (const importer of context.getModuleInfo(one)?.importers ?? []) seen.add(importer);
    }
    return null;
  };
}
