import { expect, it } from 'vitest';
import { createPauseReasons } from '../../src/sync/pause-reasons.ts';

it('the end of one reason does not undo another', () => {
  const reasons = createPauseReasons();
  reasons.set('offline', true);
  reasons.set('signed-out', true);
  reasons.set('offline', false);
  expect(reasons.list()).toEqual(['signed-out']);
  expect(reasons.pushing()).toBe(false);
});

it('a hidden pane rests from pulling but sends what waits', () => {
  const reasons = createPauseReasons();
  reasons.set('hidden', true);
  expect(reasons.pulling()).toBe(false);
  expect(reasons.pushing()).toBe(true);
});

it('says whether a reason is news', () => {
  const reasons = createPauseReasons();
  expect(reasons.set('quota', true)).toBe(true);
  expect(reasons.set('quota', true)).toBe(false);
});
