import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type Manifest } from 'vite';
import type { Bench } from '../bench.ts';

/** Kilobytes of 1,000 bytes. */
const budget = 60;

/** The production page that is nothing but the pane: Outlook's where there is one, else the wide page. */
const pages = ['outlook.html', 'web.html'];

export const paneFirstLoad: Bench = {
  name: 'pane-first-load',
  what: 'JavaScript and CSS that the pane’s page loads before anything is asked for, gzip, without office.js',
  async run() {
    const folder = await mkdtemp(join(tmpdir(), 'interlog-bench-'));
    try {
      const entries = new URL('../../src/entries/', import.meta.url).pathname;
      const page = pages.find((name) => existsSync(join(entries, name)));
      if (page === undefined) throw new Error('there is no page of the pane');
      await build({
        configFile: new URL('../../vite.config.ts', import.meta.url).pathname,
        logLevel: 'warn',
        build: { outDir: folder, manifest: true, rollupOptions: { input: join(entries, page) } },
      });
      const bytes = filesOf(JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8')), page)
        .map((file) => gzipSync(readFileSync(join(folder, file)), { level: 9 }).length)
        .reduce((sum, one) => sum + one, 0);
      const value = bytes / 1_000;
      return {
        ...{ name: 'pane-first-load', value, unit: 'kB', against: null, ratio: value / budget },
        ...{ budget: `≤ ${budget} kB`, ok: value <= budget, note: `of ${page}` },
      };
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};

/** The page's own files and all that they import before they run, each once. */
function filesOf(manifest: Manifest, page: string): string[] {
  const files = new Set<string>();
  const seen = new Set<string>();
  const visit = (name: string) => {
    const chunk = manifest[name];
    if (seen.has(name) || !chunk) return;
    seen.add(name);
    files.add(chunk.file);
    for (const css of chunk.css ?? []) files.add(css);
    for (const next of chunk.imports ?? []) visit(next);
  };
  visit(page);
  return [...files];
}
