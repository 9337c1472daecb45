import { fileURLToPath } from 'node:url';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { chromiumFlags, findBrowser } from '../../scripts/find-browser.ts';
import { type ServerProcess, startServerProcess } from '../server/start-server-process.ts';

const pages = fileURLToPath(new URL('../pages/', import.meta.url));
const built = fileURLToPath(new URL('../../dist/bench/', import.meta.url));
let building: Promise<unknown> | undefined;

/** The pages of `bench/pages` as production builds: minified, with the options of the product's own. */
function buildPages(): Promise<unknown> {
  building ??= build({
    configFile: false,
    root: pages,
    base: './',
    logLevel: 'warn',
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: {
      outDir: built,
      emptyOutDir: true,
      target: 'es2022',
      modulePreload: { polyfill: false },
      rollupOptions: {
        input: ['store', 'pane', 'bare-pane'].map((name) => `${pages}${name}.html`),
      },
    },
  });
  return building;
}

export interface BrowserBench {
  server: ServerProcess;
  context: BrowserContext;
  /** Opens one of the pages of `bench/pages`, in the one context: they share storage. */
  open(name: 'store' | 'pane' | 'bare-pane'): Promise<Page>;
}

/** Runs `measure` with the server, the pages and a browser with a profile of its own on the disk. */
export async function inBrowser<T>(measure: (bench: BrowserBench) => Promise<T>): Promise<T> {
  await buildPages();
  const server = await startServerProcess(built);
  // A profile on the disk: what a private context keeps is in memory, where durability costs nothing.
  const context = await chromium.launchPersistentContext('', {
    executablePath: findBrowser() ?? '',
    args: chromiumFlags,
    headless: true,
  });
  try {
    return await measure({
      server,
      context,
      async open(name) {
        const page = await context.newPage();
        page.on('pageerror', (error) => console.error(`  in the page ${name}:`, error));
        await page.goto(`${server.url}/${name}.html`);
        return page;
      },
    });
  } finally {
    await context.close();
    await server.stop();
  }
}
