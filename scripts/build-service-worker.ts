import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';

/**
 * Builds the service worker beside the pages, under a name that stays, as one script without imports: not every browser
 * takes modules there.
 */
export function serviceWorker(): Plugin {
  let outDir = '';
  return {
    name: 'interlog-service-worker',
    apply: 'build',
    configResolved(config) {
      outDir = config.build.outDir;
    },
    async closeBundle() {
      await build({
        configFile: false,
        publicDir: false,
        logLevel: 'warn',
        build: {
          outDir,
          emptyOutDir: false,
          target: 'es2022',
          lib: {
            entry: fileURLToPath(new URL('../src/entries/service-worker.ts', import.meta.url)),
            formats: ['iife'],
            name: 'interlog',
            fileName: () => 'service-worker.js',
          },
        },
      });
    },
  };
}
