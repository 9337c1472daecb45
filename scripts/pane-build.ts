import { fileURLToPath } from 'node:url';
import type { UserConfig } from 'vite';
import { firstChunk } from './first-chunk.ts';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** What every page with a pane imports before it runs. */
const first = [
  '../src/entries/start-pane.ts',
  '../src/entries/browser/keep-shell.ts',
  '../src/entries/browser/session-keeper.ts',
  '../src/entries/browser/surroundings.ts',
];

/** How pages that hold the pane are built, whoever builds them: the product's own and those that measure it. */
export const paneBuild = {
  base: './',
  // Dexie's build for browsers of today; its main one carries what older ones lack.
  resolve: { alias: { dexie: at('../node_modules/dexie/dist/modern/dexie.min.mjs') } },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: {
      polyfill: false,
      // A script that is imported later finds its own imports; naming them all in advance weighs on the first load.
      resolveDependencies: (_, files, { hostType }) =>
        hostType === 'html' ? files : files.filter((file) => file.endsWith('.css')),
    },
    rollupOptions: {
      output: {
        codeSplitting: {
          groups: [{ debugName: 'first', name: firstChunk(first.map(at), 'first') }],
        },
      },
    },
  },
} satisfies UserConfig;
