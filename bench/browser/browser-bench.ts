import { fileURLToPath } from 'node:url';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { build, mergeConfig } from 'vite';
import { chromiumFlags, findBrowser } from '../../scripts/find-browser.ts';
import { paneBuild } from '../../scripts/pane-build.ts';
import { type ServerProcess, startServerProcess } from '../server/start-server-process.ts';

const pages = fileURLToPath(new URL('../pages/', import.meta.url));
const built = fileURLToPath(new URL('../../dist/bench/', import.meta.url));
let building: Promise<unknown> | undefined;

/** The pages of `bench/pages` as production builds them; the bare one by itself, so that it loads nothing of ours. */
function buildPages(): Promise<unknown> {
  building ??= buildAll([['store', 'pane'], ['bare-pane']]);
  return building;
}

async function buildAll(builds: readonly (readonly string[])[]): Promise<void> {
  for (const [at, names] of builds.entries())
    await build(
      mergeConfig(paneBuild, {
        configFile: false,
        root: pages,
        logLevel: 'warn',
        build: {
          outDir: built,
          emptyOutDir: at === 0,
          rollupOptions: { input: names.map((name) => `${pages}${name}.html`) },
        },
      }),
    );
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
  // A page that is isolated may read the clock to microseconds, others to a tenth of a millisecond.
  await context.route('**/*.html', async (route) => {
    const response = await route.fetch();
    const isolated = { 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp' };
    await route.fulfill({ response, headers: { ...response.headers(), ...isolated } });
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
