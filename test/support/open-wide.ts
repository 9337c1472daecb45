import type { Page } from 'playwright-core';
import type { Colleague } from './colleague.ts';

/** The wide page, opened from a colleague's pane. */
export async function openWide(one: Colleague): Promise<Page> {
  await one.pane.getByRole('button', { name: 'Menu' }).click();
  const opened = one.page.context().waitForEvent('page');
  await one.pane.getByRole('menuitem', { name: 'Open wide' }).click();
  const page = await opened;
  await page.getByRole('grid', { name: 'Interaction log entries' }).waitFor();
  return page;
}
