import { fileURLToPath } from 'node:url';
import type { UserConfig } from 'vite';
import { firstChunk } from './first-chunk.ts';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** How pages that hold the pane are built, whoever builds them: the product's own and those that measure it. */
export const paneBuild = {
  base: './',
  // Dexie's build for browsers of today; its main one carries what older ones lack.
  resolve: { alias: { dexie: at('../node_modules/dexie/dist/modern/dexie.min.mjs') } },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    rollupOptions: {
      output: {
        codeSplitting: {
          groups: [{ debugName: 'first', name: firstChunk(at('../src/entries/start-pane.ts'), 'first') }],
        },
      },
    },
  },
} satisfies UserConfig;
