import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { serviceWorker } from './scripts/build-service-worker.ts';
import { firstChunk } from './scripts/first-chunk.ts';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Builds the pages that the server hands out, into `dist/pane`. Every HTML file in `src/entries` is one. */
export default defineConfig({
  root: at('src/entries'),
  publicDir: at('public'),
  base: './',
  // Dexie's build for browsers of today; its main one carries what older ones lack.
  resolve: { alias: { dexie: at('node_modules/dexie/dist/modern/dexie.min.mjs') } },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [serviceWorker()],
  build: {
    outDir: at('dist/pane'),
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    // The list of files by which the service worker keeps them.
    manifest: 'shell.json',
    rollupOptions: {
      output: {
        codeSplitting: {
          groups: [{ debugName: 'first', name: firstChunk(at('src/entries/start-pane.ts'), 'first') }],
        },
      },
      input: {
        preview: at('src/entries/preview.html'),
        web: at('src/entries/web.html'),
        outlook: at('src/entries/outlook.html'),
      },
    },
  },
});
