import { fileURLToPath } from 'node:url';
import { playwright } from '@vitest/browser-playwright';
import type { TestProjectConfiguration } from 'vitest/config';
import { chromiumFlags, findHeadlessBrowser } from '../../scripts/find-browser.ts';

const jsx = { oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } } } as const;

/**
 * V8 keeps a list of pages with compiled code where a processor can lock them, and ends the process when threads that come
 * and go confuse it (`jit_page.has_value()`), as those of many logs one after another do.
 */
export const execArgv = ['--no-memory-protection-keys'];

/** Many logs and servers are started one after another, each from the same sources: they are made ready for V8 once. */
process.env.NODE_COMPILE_CACHE ??= fileURLToPath(new URL('../../node_modules/.cache/compiled', import.meta.url));

/** Tests wait for events, and on a busy machine these may take their time: no test is about speed. */
export const patience = { testTimeout: 60_000, hookTimeout: 60_000, expect: { poll: { timeout: 30_000 } } };

/**
 * The suffix of a test file names its surroundings:
 * `*.test.ts` Node, `*.dom.test.tsx` jsdom, `*.browser.test.ts` a page in the real browser,
 * `*.journey.test.ts` Node driving the real browser against the real server, `*.deep.test.ts` the long runs.
 */
export const projects: TestProjectConfiguration[] = [
  {
    ...jsx,
    test: {
      name: 'node',
      include: ['test/**/*.test.ts'],
      exclude: ['test/**/*.{dom,browser,journey,deep}.test.ts'],
      environment: 'node',
      ...patience,
    },
  },
  {
    ...jsx,
    test: {
      name: 'dom',
      include: ['test/**/*.dom.test.{ts,tsx}'],
      environment: 'jsdom',
      setupFiles: ['test/support/dom-patience.ts'],
      ...patience,
    },
  },
  {
    ...jsx,
    test: {
      name: 'browser',
      include: ['test/**/*.browser.test.{ts,tsx}'],
      ...patience,
      browser: {
        enabled: true,
        headless: true,
        screenshotFailures: false,
        provider: playwright({ launchOptions: { executablePath: findHeadlessBrowser() ?? '', args: chromiumFlags } }),
        instances: [{ browser: 'chromium' }],
      },
    },
  },
  {
    test: {
      name: 'journey',
      include: ['test/**/*.journey.test.ts'],
      environment: 'node',
      ...patience,
      testTimeout: 120_000,
      hookTimeout: 120_000,
      globalSetup: ['test/support/build-pane.ts'],
    },
  },
];
