import { screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import type { Contact } from '../../../src/domain/contact.ts';
import type { Day, Instant } from '../../../src/domain/time.ts';
import type { PageAddress } from '../../../src/pane/pane-services.ts';
import { logMail } from '../../support/domain-samples.ts';
import { type ListWorld, openList } from './list-world.ts';

let list: ListWorld;
afterEach(() => list.gallery.stop());

/** Sixty more mails of a colleague, so that the list has a second page, which is asked for. */
async function openLongList(options: Parameters<typeof openList>[0] = {}): Promise<number> {
  list = await openList(options);
  const { server, device } = list.gallery;
  const matti = server.log
    .rows(device.account.tenantId)
    .find((row): row is Contact => row.kind === 'contact' && row.name === 'Matti Järvinen');
  if (!matti) throw new Error('the demo has him');
  const minutes = (at: number) => new Date(Date.parse('2026-11-20T08:00:00.000Z') + at * 60_000).toISOString();
  const mails = Array.from({ length: 60 }, (_, at) =>
    logMail(0x901 + at, [matti], [`message-id:long-${at}@example.com`], {
      ...{ at: minutes(at) as Instant, day: '2026-11-20' as Day, description: `Viesti ${at + 1}` },
    }),
  );
  await server.push('mika', mails);
  await list.click('Refresh');
  await list.click('More');
  await waitFor(() => expect(list.lines().length).toBeGreaterThan(60));
  await waitFor(() => expect(screen.queryByText(/Asking the server/)).toBeNull());
  return list.lines().length;
}

/** Logs the last line but one again, by keyboard. */
async function logAgain(): Promise<HTMLElement | undefined> {
  const line = list.lines().at(-2);
  line?.focus();
  list.press('r');
  await screen.findByRole('heading', { level: 1, name: 'New interaction' });
  await waitFor(() => expect(document.activeElement?.matches('tr')).toBe(false));
  return line;
}

describe('who logs an entry again and goes back', () => {
  it('comes to the same line, in a list as long as before', async () => {
    const count = await openLongList();
    const line = await logAgain();
    await list.click('Back');
    await waitFor(() => expect(document.activeElement).toBe(line));
    expect(list.lines()).toHaveLength(count);
  });

  it('comes there by the browser’s way back, too', async () => {
    const past = [''];
    let changed: (() => void) | undefined;
    const address: PageAddress = {
      read: () => past.at(-1) ?? '',
      write: (part, how) => void past.splice(how === 'push' ? past.length : -1, 1, part),
      onChange: (tell) => {
        changed = tell;
      },
    };
    const count = await openLongList({ isWide: true, address });
    await waitFor(() => expect(changed).toBeTruthy());
    const line = await logAgain();
    expect(past).toEqual(['', 'new']);
    past.pop();
    changed?.();
    await waitFor(() => expect(document.activeElement).toBe(line));
    expect(list.lines()).toHaveLength(count);
  });
});
