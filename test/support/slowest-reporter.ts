import type { Reporter, TestCase, TestModule } from 'vitest/node';

/** Prints the ten slowest tests at the end, so that a test that grows slow is seen. */
export default class SlowestReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const cases: TestCase[] = modules.flatMap((module) => [...module.children.allTests()]);
    const timed = cases.map((test) => ({ name: test.fullName, ms: test.diagnostic()?.duration ?? 0 }));
    const slowest = timed.sort((a, b) => b.ms - a.ms).slice(0, 10);
    console.log('\nTen slowest tests');
    for (const { name, ms } of slowest) console.log(`${String(Math.round(ms)).padStart(7)} ms  ${name}`);
    const passed = cases.filter((test) => test.result().state === 'passed').length;
    const failed = cases.filter((test) => test.result().state === 'failed').length;
    console.log(`\n${passed} passed, ${failed} failed`);
  }
}
