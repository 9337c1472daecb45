import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { click, emptyPage, until } from '../accessible/look-at.ts';
import { type Gallery, mountGallery } from '../gallery/gallery.ts';

let gallery: Gallery;
afterEach(() => gallery.stop());

const rows = () => [...document.querySelectorAll<HTMLElement>('tr[data-entry]')];
const isRow = () => document.activeElement?.matches('tr[data-entry]');

/** Nothing lies over the row that has the focus, neither its first line nor its last. */
function isInSight(): boolean {
  const row = document.activeElement;
  if (!row || !isRow()) return false;
  const { left, top, bottom } = row.getBoundingClientRect();
  return [top + 3, bottom - 3].every((y) => row.contains(document.elementFromPoint(left + 60, y)));
}

async function openLog(isWide: boolean, width: number, height: number): Promise<void> {
  const root = await emptyPage(width);
  await page.viewport(width, height);
  gallery = await mountGallery({ root, isWide });
  if (!isWide) {
    await click('.menu .button');
    await click('[role=menuitem][data-view=log]');
  }
  await until(() => rows().length > 8 && document.querySelector('.list-end')?.textContent?.match(/from the server/));
}

describe('the row that has the focus is not behind what lies over the list', () => {
  it.each([480, 568, 720])('when it was marked as canceled by keyboard in a small pane, %s px high', async (height) => {
    await openLog(false, 320, height);
    const { bottom: end } = document.querySelector('.main')?.getBoundingClientRect() ?? { bottom: 0 };
    rows()
      .findLast((row) => row.getBoundingClientRect().bottom <= end)
      ?.focus();
    await userEvent.keyboard('c');
    await until(() => document.activeElement?.matches('.act input'));
    await userEvent.keyboard('Wrong person{Enter}');
    await until(() => document.querySelector('.done-act'));
    await until(isInSight);
    expect(document.querySelector('.done-act'), 'what it was behind').toBeTruthy();
  });

  it('and the list stays where it is when the focus goes to the bar below it', async () => {
    await openLog(false, 320, 568);
    rows()[0]?.focus();
    await userEvent.keyboard(' ');
    const inBar = await until(() => document.querySelector<HTMLElement>('.selection button'));
    const main = await until(() => document.querySelector('.main'));
    const before = main.scrollTop;
    inBar.focus();
    expect(document.activeElement).toBe(inBar);
    expect(main.scrollTop).toBe(before);
  });

  it.each([600, 720])('when three at the end of the table were, in a window %i px high', async (height) => {
    await openLog(true, 1366, height);
    rows()[0]?.focus();
    for (let at = 0; at < 30; at += 1) {
      const { bottom } = document.querySelector('.log-scroll')?.getBoundingClientRect() ?? { bottom: 0 };
      if ((document.activeElement?.getBoundingClientRect().bottom ?? 0) > Math.min(bottom, height) - 80) break;
      await userEvent.keyboard('{ArrowDown}');
    }
    await userEvent.keyboard(' {Shift>}{ArrowDown}{ArrowDown}{/Shift}');
    await until(() => document.querySelector('.selection'));
    await userEvent.keyboard('c');
    await until(() => document.activeElement?.matches('.act input'));
    await userEvent.keyboard('{Enter}');
    await until(() => document.querySelector('.done-act'));
    await until(isInSight);
    expect(document.querySelector('.done-act'), 'what it was behind').toBeTruthy();
  });

  it.each([
    ['in a small pane', false, 320, 520],
    ['in the table', true, 1366, 600],
  ] as const)('while the arrows go through the list with some selected, %s', async (_, isWide, width, height) => {
    await openLog(isWide, width, height);
    rows()[0]?.focus();
    await userEvent.keyboard(' ');
    await until(() => document.querySelector('.selection'));
    const hidden: string[] = [];
    for (const key of ['{ArrowDown}', '{ArrowUp}'])
      for (let at = 0; at < 20; at += 1) {
        await userEvent.keyboard(key);
        if (!isInSight()) hidden.push(`${key} ${at}`);
      }
    expect(hidden).toEqual([]);
  });
});
