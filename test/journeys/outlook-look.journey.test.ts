import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type OpenPane, openPane, startPaneServer } from '../support/outlook-host/open-pane.ts';
import { mailFrom } from '../support/outlook-host/sample-items.ts';
import type { TestServer } from '../support/start-server.ts';

let server: TestServer;
let outlook: OpenPane;

beforeAll(async () => {
  server = await startPaneServer();
});
afterAll(() => server?.stop());
afterEach(() => outlook?.close());

const items = { mail: mailFrom({ subject: 'Tarjous ja aikataulu', bodyText: 'Hei' }) };

/** Relative luminance of what is painted behind the pane's words, 0 to 1. */
function brightness(): Promise<number> {
  return outlook.inFrame.evaluate(() => {
    const pane = document.getElementById('pane');
    const [red = 0, green = 0, blue = 0] = getComputedStyle(pane ?? document.body)
      .backgroundColor.match(/\d+/g)
      ?.map(Number) ?? [255, 255, 255];
    return (red * 0.299 + green * 0.587 + blue * 0.114) / 255;
  });
}

it('speaks Finnish in an Outlook that does', async () => {
  outlook = await openPane(server, { items, open: 'mail', locale: 'fi-FI' });
  await outlook.pane
    .getByRole('button', { name: /^Kirjaa/ })
    .first()
    .waitFor();
  expect(await outlook.inFrame.evaluate(() => document.documentElement.lang)).toBe('fi');
});

it('speaks English in an Outlook whose language it has not', async () => {
  outlook = await openPane(server, { items, open: 'mail', locale: 'de-DE' });
  await outlook.pane.getByRole('button', { name: /^Log/ }).first().waitFor();
});

describe('colours', () => {
  it('are dark where the system is and Outlook says nothing', async () => {
    outlook = await openPane(server, { items, open: 'mail', colorScheme: 'dark' });
    await outlook.logButton().waitFor();
    expect(await brightness()).toBeLessThan(0.3);
  });

  it('follow Outlook when it changes its theme', async () => {
    outlook = await openPane(server, { items, open: 'mail' });
    await outlook.logButton().waitFor();
    expect(await brightness()).toBeGreaterThan(0.7);
    const dark = {
      bodyBackgroundColor: 0xff1f1f1f | 0,
      bodyForegroundColor: -1,
      controlBackgroundColor: 0,
      controlForegroundColor: 0,
    };
    await outlook.setTheme(dark);
    await expect.poll(brightness).toBeLessThan(0.3);
  });

  it('leave the button and the people readable in high contrast', async () => {
    outlook = await openPane(server, { items, open: 'mail', forcedColors: 'active' });
    await outlook.logButton().waitFor();
    const border = await outlook.logButton().evaluate((button) => {
      const style = getComputedStyle(button);
      return style.borderStyle !== 'none' || style.outlineStyle !== 'none';
    });
    expect(border).toBe(true);
  });
});

it('fits 320 px without scrolling sideways', async () => {
  outlook = await openPane(server, { items, open: 'mail' });
  await outlook.logButton().waitFor();
  const [inner, content] = await outlook.inFrame.evaluate(() => [innerWidth, document.documentElement.scrollWidth]);
  expect(inner).toBeLessThanOrEqual(320);
  expect(content).toBeLessThanOrEqual(inner ?? 0);
});

describe('with the real library loaded', () => {
  it('the keyboard alone reaches the button and logs', async () => {
    const mail = mailFrom({ subject: 'Näppäimillä' });
    outlook = await openPane(server, { items: { mail }, open: 'mail' });
    await outlook.logButton().waitFor();
    await outlook.pane.locator('header button').first().focus();
    for (let presses = 0; presses < 40; presses += 1) {
      await outlook.page.keyboard.press('Tab');
      if (await outlook.logButton().evaluate((button) => button === document.activeElement)) break;
    }
    expect(await outlook.logButton().evaluate((button) => button === document.activeElement)).toBe(true);
    await outlook.page.keyboard.press('Enter');
    await outlook.pane.getByText('In the log').first().waitFor();
  });

  it('the views and the way back work although dialogs and history are taken away', async () => {
    outlook = await openPane(server, { items, open: 'mail' });
    await outlook.pane.getByRole('button', { name: 'Menu' }).click();
    await outlook.pane.getByText('Settings').first().click();
    await outlook.pane.getByRole('button', { name: 'Back', exact: true }).first().click();
    await outlook.logButton().waitFor();
    expect(outlook.errors).toEqual([]);
  });
});

describe('the page', () => {
  it('may be framed by Outlook on the web and by nobody else, and runs no inline code', async () => {
    const response = await server.fetch('/outlook.html');
    const policy = response.headers.get('content-security-policy') ?? '';
    const ancestors = /frame-ancestors ([^;]+)/.exec(policy)?.[1]?.split(' ') ?? [];
    for (const host of ['https://outlook.office.com', 'https://outlook.live.com', 'https://outlook.cloud.microsoft'])
      expect(ancestors).toContain(host);
    expect(ancestors.every((host) => host.startsWith('https://'))).toBe(true);
    expect(policy).not.toContain('unsafe');
    expect(response.headers.get('x-frame-options')).toBeNull();
    expect(response.headers.get('cross-origin-opener-policy')).toBeNull();
    const html = await response.text();
    expect(html).not.toMatch(/<script(?![^>]*\bsrc=)/);
    expect(html).not.toMatch(/ style=| on\w+=/);
  });

  it('asks nobody but its own server and Microsoft for its library', async () => {
    outlook = await openPane(server, { items, open: 'mail' });
    await outlook.logButton().waitFor();
    expect(outlook.refused).toEqual([]);
    expect(outlook.errors).toEqual([]);
  });
});
