import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type Manifest } from 'vite';

export interface LoadedFile {
  file: string;
  /** Compressed, as gzip -9 does. */
  bytes: number;
}

/** Modules that the pane waits for before its Log button can be used: of the catalogues the larger one. */
const awaited = [['pane/messages/en-first.ts', 'pane/messages/fi-first.ts']];

/**
 * Builds the pages as they are handed out and gives the scripts and styles that `page` loads before an open item can be
 * logged, on a device that has its data: what the page imports before it runs, and what it waits for. Without office.js.
 */
export async function firstLoad(page: string): Promise<LoadedFile[]> {
  const folder = await mkdtemp(join(tmpdir(), 'interlog-first-load-'));
  try {
    const configFile = resolve(import.meta.dirname, '../vite.config.ts');
    await build({ configFile, logLevel: 'warn', build: { outDir: folder } });
    const manifest: Manifest = JSON.parse(await readFile(join(folder, 'shell.json'), 'utf8'));
    const sizes = new Map<string, number>();
    const sizeOf = async (file: string) => {
      const size = sizes.get(file) ?? gzipSync(await readFile(join(folder, file)), { level: 9 }).length;
      sizes.set(file, size);
      return size;
    };
    const loaded = filesOf(manifest, page);
    for (const choice of awaited) {
      let largest: { files: string[]; bytes: number } = { files: [], bytes: 0 };
      for (const name of choice) {
        const files = [...filesOf(manifest, `../${name}`)].filter((file) => !loaded.has(file));
        const bytes = (await Promise.all(files.map(sizeOf))).reduce((sum, one) => sum + one, 0);
        if (bytes > largest.bytes) largest = { files, bytes };
      }
      if (largest.bytes === 0) throw new Error(`No file of the build is any of ${choice.join(', ')}.`);
      for (const file of largest.files) loaded.add(file);
    }
    return await Promise.all([...loaded].map(async (file) => ({ file, bytes: await sizeOf(file) })));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The files of a module and of all that it imports before it runs. */
function filesOf(manifest: Manifest, name: string): Set<string> {
  const names = new Set([name]);
  const files = new Set<string>();
  for (const one of names) {
    const chunk = manifest[one];
    if (!chunk) throw new Error(`The build has no ${one}.`);
    for (const file of [chunk.file, ...(chunk.css ?? [])]) files.add(file);
    for (const next of chunk.imports ?? []) names.add(next);
  }
  return files;
}
