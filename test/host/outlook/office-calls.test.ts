import { describe, expect, it } from 'vitest';
import { createOfficeCalls, reasonOf } from '../../../src/host/outlook/office-calls.ts';
import type { Callback } from '../../../src/host/outlook/office-surface.ts';

/** Time-outs that pass when the test says so. */
function manualTimers() {
  const due = new Set<() => void>();
  return {
    after: (_ms: number, run: () => void) => {
      due.add(run);
      return () => due.delete(run);
    },
    pass() {
      for (const run of [...due]) run();
      due.clear();
    },
  };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('calls of office.js', () => {
  it('run three at once, and the next when one of them is answered', async () => {
    const calls = createOfficeCalls(manualTimers());
    const started: Callback<number>[] = [];
    const results = [0, 1, 2, 3, 4].map((at) => calls.run<number>(`call ${at}`, (callback) => started.push(callback)));
    await settled();
    expect(started).toHaveLength(3);
    started[1]?.({ status: 'succeeded', value: 1 });
    expect(await results[1]).toEqual({ ok: true, value: 1 });
    await settled();
    expect(started).toHaveLength(4);
  });

  it('give their place up when they are not answered in time, and drop what comes later', async () => {
    const timers = manualTimers();
    const calls = createOfficeCalls(timers);
    const started: Callback<string>[] = [];
    const lost = [0, 1, 2].map(() => calls.run<string>('body', (callback) => started.push(callback)));
    const next = calls.run<string>('subject', (callback) => callback({ status: 'succeeded', value: 'Tarjous' }));
    await settled();
    timers.pass();
    for (const call of lost) expect(await call).toEqual({ ok: false, problem: { call: 'body', why: 'timed-out' } });
    expect(await next).toEqual({ ok: true, value: 'Tarjous' });
    started[0]?.({ status: 'succeeded', value: 'too late' });
    expect(await lost[0]).toMatchObject({ ok: false });
  });

  it('say why they failed, by name and number and nothing else', async () => {
    const calls = createOfficeCalls(manualTimers());
    const failed = await calls.run('to', (callback) =>
      callback({ status: 'failed', value: undefined, error: { code: 9020, name: 'of pekka.kivi@kivi.example' } }),
    );
    expect(failed).toEqual({ ok: false, problem: { call: 'to', why: 'failed', code: 9020 } });
    if (!failed.ok) expect(reasonOf(failed.problem)).toBe('to: failed (9020)');
  });

  it('that the client throws at are not possible, and leave their place free', async () => {
    const calls = createOfficeCalls(manualTimers());
    for (let at = 0; at < 5; at += 1)
      expect(
        await calls.run('shared', () => {
          throw new Error('Elevated permission is required');
        }),
      ).toEqual({ ok: false, problem: { call: 'shared', why: 'not-possible' } });
  });
});
