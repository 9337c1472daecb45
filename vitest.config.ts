import { defineConfig } from 'vitest/config';
import { execArgv, projects } from './test/support/vitest-projects.ts';

/** Everything that runs in at most ten minutes on two cores. The long runs are in `vitest.deep.config.ts`. */
export default defineConfig({
  // As many at once as the smallest machine has cores; by itself it would leave one for others.
  test: { projects, execArgv, maxWorkers: 2, reporters: ['default', './test/support/slowest-reporter.ts'] },
});
