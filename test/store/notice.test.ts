import { afterEach, expect, it } from 'vitest';
import { createNotice } from '../../src/store/notice.ts';

const others = process.listeners('unhandledRejection');
afterEach(() => {
  process.removeAllListeners('unhandledRejection');
  for (const listener of others) process.on('unhandledRejection', listener);
});

it('a watch whose taker fails goes on, and the fault is reported', async () => {
  const reported = Promise.withResolvers<unknown>();
  process.removeAllListeners('unhandledRejection');
  process.once('unhandledRejection', reported.resolve);
  const notice = createNotice();
  const stop = new AbortController();
  const fault = new Error('a view failed');
  const taken = Promise.withResolvers<void>();
  let reads = 0;
  notice.watch(
    async (note) => {
      note('entries');
      reads += 1;
      return reads;
    },
    (value) => {
      if (value === 1) throw fault;
      taken.resolve();
    },
    stop.signal,
    () => undefined,
  );
  expect(await reported.promise).toBe(fault);
  notice.changed(['entries']);
  await taken.promise;
  stop.abort();
});
