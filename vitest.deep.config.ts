import { defineConfig } from 'vitest/config';
import { execArgv, patience } from './test/support/vitest-projects.ts';

/** The long runs: faults in real processes, big simulations, other hosts. */
export default defineConfig({
  test: {
    include: ['test/**/*.deep.test.ts'],
    exclude: ['test/output/**', 'node_modules/**'],
    ...patience,
    testTimeout: 1_200_000,
    hookTimeout: 120_000,
    fileParallelism: false,
    execArgv,
    passWithNoTests: false,
  },
});
