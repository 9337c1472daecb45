import { fileURLToPath } from 'node:url';
import { defineConfig, mergeConfig } from 'vite';
import { serviceWorker } from './scripts/build-service-worker.ts';
import { paneBuild } from './scripts/pane-build.ts';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Builds the pages that the server hands out, into `dist/pane`. Every HTML file in `src/entries` is one. */
export default defineConfig(
  mergeConfig(paneBuild, {
    root: at('src/entries'),
    publicDir: at('public'),
    plugins: [serviceWorker()],
    build: {
      outDir: at('dist/pane'),
      // The list of files by which the service worker keeps them.
      manifest: 'shell.json',
      rollupOptions: {
        input: {
          preview: at('src/entries/preview.html'),
          web: at('src/entries/web.html'),
          outlook: at('src/entries/outlook.html'),
        },
      },
    },
  }),
);
