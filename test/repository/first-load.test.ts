import { expect, it } from 'vitest';
import { firstLoad } from '../../scripts/first-load.ts';

/**
 * Bytes, compressed. The aim is 60,000 and is nearly met: this holds what is reached with the views of today, so that it does
 * not grow unseen. `docs/benches.md` says more.
 */
const most = 62_000;

it('the pane in Outlook loads no more than is allowed before the open mail can be logged', async () => {
  const files = await firstLoad('outlook.html');
  const bytes = files.reduce((sum, one) => sum + one.bytes, 0);
  expect(bytes, files.map((one) => `${one.bytes} ${one.file}`).join('\n')).toBeLessThanOrEqual(most);
}, 60_000);
