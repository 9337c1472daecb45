import { defineConfig } from 'vitest/config';
import { execArgv, projects } from './test/support/vitest-projects.ts';

/** Everything that runs in at most ten minutes on two cores. The long runs are in `vitest.deep.config.ts`. */
export default defineConfig({
  // One more at once than the smallest machine has cores: those that drive a browser wait for it much of the time.
  test: { projects, execArgv, maxWorkers: 3, reporters: ['default', './test/support/slowest-reporter.ts'] },
});
