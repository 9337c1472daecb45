import { afterEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { Gallery } from '../gallery/gallery.ts';
import { mountPane, until } from './look-at.ts';
import { loggable } from './pane-states.ts';

let gallery: Gallery;
afterEach(() => gallery.stop());

describe('by keyboard alone', () => {
  it('a mail is narrowed to one contact, given another template and a note, and logged', async () => {
    gallery = await mountPane({ open: 'sample-thread' });
    await loggable();
    const focusOn = async (selector: string) => {
      for (let presses = 0; presses < 60; presses += 1) {
        if (document.activeElement?.matches(selector)) return;
        await userEvent.keyboard('{Tab}');
      }
      throw new Error(`Tab never came to ${selector}`);
    };
    await focusOn('.person:nth-child(2) .checkbox');
    await userEvent.keyboard(' ');
    await focusOn('.listbox-button');
    await userEvent.keyboard('{Enter}{Home}{Enter}');
    await focusOn('.actions-tight .button');
    await userEvent.keyboard('{Enter}');
    await until(() => document.activeElement?.matches('textarea'));
    await userEvent.keyboard('Called back.');
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await until(() => document.querySelector('.outcome-done'));
    const rows = gallery.server.log.rows(gallery.device.account.tenantId);
    expect(rows.findLast((row) => row.kind === 'entry')).toMatchObject({ note: 'Called back.' });
  });

  it('the focus goes from the button to what can be done next, and back again', async () => {
    gallery = await mountPane({ open: 'sample-thread' });
    const button = await loggable();
    (button as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await until(() => document.querySelector('.outcome-done'));
    expect(document.activeElement?.textContent).toBe('Undo');
    await userEvent.keyboard('{Enter}');
    await loggable();
    await userEvent.keyboard('{Tab}');
    expect(document.activeElement?.matches('.log-button')).toBe(true);
  });

  it('the menu opens a view, whose content takes the focus, and the way back leads home', async () => {
    gallery = await mountPane({ open: 'sample-thread' });
    await loggable();
    document.querySelector<HTMLElement>('.menu .button')?.focus();
    await userEvent.keyboard('{Enter}');
    await until(() => document.activeElement?.matches('[role=menuitem]'));
    await userEvent.keyboard('{End}{ArrowUp}{Enter}');
    await until(() => document.querySelector('.facts'));
    await until(() => document.activeElement?.matches('main'));
    await userEvent.keyboard('{Shift>}{Tab}{/Shift}');
    document.querySelector<HTMLElement>('.header .button')?.focus();
    await userEvent.keyboard('{Enter}');
    expect(await loggable()).toBeTruthy();
  });

  it('the reason beside a person opens, and Escape closes it', async () => {
    gallery = await mountPane({ open: 'sample-thread' });
    await loggable();
    document.querySelector<HTMLElement>('.person .tip-button')?.focus();
    await userEvent.keyboard('{Enter}');
    expect((await until(() => document.querySelector('.tip-bubble'))).textContent).toContain('pekka.kivi@kivi.example');
    await userEvent.keyboard('{Escape}');
    await until(() => document.querySelector('.tip-bubble') === null);
  });
});
