import { signal } from '@preact/signals';
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { createConnection } from '../../src/entries/preview/connection.ts';
import '../../src/entries/preview/mailbox.css';
import { followPageLanguage } from '../../src/entries/preview/mailbox-language.ts';
import { createMailboxState, type MailboxState } from '../../src/entries/preview/mailbox-state.ts';
import { mountMailbox } from '../../src/entries/preview/mount-mailbox.tsx';
import { createPreviewHost, type PreviewHost } from '../../src/host/preview/create-preview-host.ts';
import { sampleClock } from '../../src/host/preview/samples/sample-clock.ts';
import { sampleItems } from '../../src/host/preview/samples/sample-items.ts';
import { helsinki, now } from '../capture/surroundings.ts';

const anna = { name: 'Anna Korhonen', address: 'anna.korhonen@aurinko.example' };
let ended: AbortController;
let host: PreviewHost;
let state: MailboxState;
let root: HTMLElement;

beforeEach(() => {
  ended = new AbortController();
  root = document.createElement('div');
  document.body.append(root);
  host = createPreviewHost({ account: { ...anna, zone: helsinki }, language: 'en' });
  let ids = 0;
  const newId = () => {
    ids += 1;
    return String(ids);
  };
  state = createMailboxState(host, sampleItems(sampleClock(now, helsinki)), { zone: helsinki, now: () => now, newId });
  const isOn = signal(true);
  const paneSlot = document.createElement('div');
  paneSlot.textContent = 'the pane';
  mountMailbox(
    root,
    {
      state,
      language: followPageLanguage('en', ended.signal),
      connection: {
        isOn,
        turn: (on) => {
          isOn.value = on;
        },
      },
      me: anna,
      other: { name: 'Mika Virtanen' },
      otherAddress: '#as=mika',
      paneSlot,
      now: () => now,
      send: (draft) => ({ ...draft, item: { ...draft.item, mode: 'read', sentAt: now, receivedAt: now } }),
    },
    ended.signal,
  );
});
afterEach(() => {
  ended.abort();
  root.remove();
});

const openSubject = async () => {
  const open = await host.current(ended.signal);
  return open.state === 'item' ? open.item.subject : open.state;
};
const option = (identity: string) =>
  root.querySelector<HTMLElement>(`[data-identity="${identity}"]`) ?? expect.fail(identity);
const file = (name: string, text: string) => new File([text], name);
const violations = async () => {
  const { violations } = await axe.run(root, { rules: { region: { enabled: false } } });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
};

describe('the mailbox around the pane', () => {
  it('opens the chosen mail in the host and shows it', async () => {
    option('sample-known-company').click();
    expect(await openSubject()).toBe('Invoice details for the pilot');
    await expect.element(page.getByRole('heading', { name: 'Invoice details for the pilot' })).toBeVisible();
    expect(root.querySelector('.mb-pane')?.textContent).toBe('the pane');
  });

  it('moves through the list with the keyboard', async () => {
    option('sample-thread').click();
    await expect.poll(() => option('sample-thread').tabIndex).toBe(0);
    option('sample-thread').focus();
    await userEvent.keyboard('{ArrowDown}');
    expect(await openSubject()).toBe('Invoice details for the pilot');
    await expect.poll(() => document.activeElement?.getAttribute('data-identity')).toBe('sample-known-company');
    await userEvent.keyboard('{End}');
    await expect.poll(openSubject).toBe('Logistics fair, joint stand');
    await userEvent.keyboard('{Home}');
    await expect.poll(openSubject).toBe('Angebot 2304');
    expect(root.querySelectorAll('[role=option][tabindex="0"]')).toHaveLength(1);
  });

  it('shows a hostile newsletter without running or loading anything of it', async () => {
    const alerts = vi.spyOn(window, 'alert').mockImplementation(() => undefined);
    const messages: unknown[] = [];
    const listen = (event: MessageEvent) => messages.push(event.data);
    window.addEventListener('message', listen);
    option('sample-newsletter').click();
    await expect.poll(() => root.querySelector('iframe')?.srcdoc ?? '').toContain('Also this week');
    const frame = root.querySelector('iframe') ?? expect.fail('no frame');
    expect(frame.getAttribute('sandbox')).toBe('allow-same-origin');
    await expect.poll(() => getComputedStyle(frame.contentDocument?.body ?? frame).fontFamily).toContain('Segoe UI');
    expect(frame.srcdoc).not.toMatch(
      /<script|<img|<svg|<form|<iframe|<style|<meta http|onload|onclick|onerror|tracker/i,
    );
    expect(frame.srcdoc).not.toContain('and five more stories');
    const loaded = performance.getEntriesByType('resource').filter(({ name }) => name.includes('nordictrade'));
    expect(loaded).toEqual([]);
    expect(messages.filter((data) => data === 'hello from a mail')).toEqual([]);
    expect(alerts).not.toHaveBeenCalled();
    window.removeEventListener('message', listen);
    alerts.mockRestore();
  });

  it('gives the host every change of a mail being written, under the same identity', async () => {
    option('sample-compose').click();
    await page.getByLabelText('Subject').fill('Angebot 2305');
    await page.getByLabelText('To', { exact: true }).fill('Bob <bob.ortiz@harbourpine.example>, nonsense');
    await expect
      .poll(async () => {
        const open = await host.current(ended.signal);
        return open.state === 'item'
          ? [open.item.identity, open.item.subject, open.item.to.map((one) => one.address)]
          : [];
      })
      .toEqual(['sample-compose', 'Angebot 2305', ['bob.ortiz@harbourpine.example', '']]);
    await page.getByLabelText('Text').fill('Hallo');
    expect(await host.body('sample-compose', ended.signal)).toEqual({ text: 'Hallo' });
    await page.getByRole('button', { name: 'Send' }).click();
    await expect
      .poll(async () => {
        const open = await host.current(ended.signal);
        return open.state === 'item' ? [open.item.mode, open.item.subject, open.item.draftId !== null] : [];
      })
      .toEqual(['read', 'Angebot 2305', true]);
  });

  it('takes mails and calendars from files, and names each that it can’t open', async () => {
    await state.openFiles([
      file('offer.eml', 'From: a@x.example\r\nTo: b@y.example\r\nSubject: From a file\r\n\r\nHei'),
      file('note.eml', 'just text'),
      file('meet.ics', 'BEGIN:VCALENDAR\r\nEND:VCALENDAR'),
      file('mail.msg', 'x'),
    ]);
    expect(await openSubject()).toBe('From a file');
    const notices = () => root.querySelector('.mb-notices')?.textContent;
    await expect.poll(notices).toContain('note.eml was not opened: it is no mail');
    expect(notices()).toContain('meet.ics was not opened: it holds no meeting.');
    expect(notices()).toContain('mail.msg was not opened: only .eml and .ics files can be opened.');
    await page.getByRole('button', { name: 'Close' }).click();
    expect(state.problems.value).toEqual([]);
    expect(option('sample-thread')).toBeTruthy();
  });

  it('says what the connection switch does once it is off', async () => {
    const toggle = page.getByRole('switch');
    await expect.element(toggle).toHaveAttribute('aria-checked', 'true');
    await toggle.click();
    await expect.element(toggle).toHaveAttribute('aria-checked', 'false');
    await expect.element(page.getByText(/waits on this device/)).toBeVisible();
  });

  it('follows the language of the page', async () => {
    document.documentElement.lang = 'fi';
    await expect.element(page.getByRole('link', { name: 'Toinen laite' })).toBeVisible();
    document.documentElement.lang = 'en';
    await expect.element(page.getByRole('link', { name: 'Second device' })).toBeVisible();
  });

  it('changes the width of the pane with the keyboard', async () => {
    await page.viewport(1400, 800);
    const splitter = page.getByRole('separator');
    (splitter.element() as HTMLElement).focus(); // a separator is an HTML element
    await userEvent.keyboard('{ArrowLeft}');
    await expect.element(splitter).toHaveAttribute('aria-valuenow', '380');
  });

  it('folds away in a narrow window, without scrolling sideways', async () => {
    await page.viewport(360, 800);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360);
    await page.getByRole('button', { name: 'Hide the mailbox' }).click();
    await expect.poll(() => root.querySelector<HTMLElement>('.mb-left')?.offsetParent).toBeNull();
    await page.viewport(1400, 800);
  });

  for (const scheme of ['light', 'dark'])
    for (const identity of ['sample-thread', 'sample-compose', 'sample-meeting', 'sample-private'])
      it(`has no accessibility fault with ${identity} open, ${scheme}`, async () => {
        document.documentElement.style.colorScheme = scheme;
        option(identity).click();
        await expect.poll(() => root.querySelector('.mb-reading h2')).not.toBeNull();
        expect(await violations()).toEqual([]);
        document.documentElement.style.colorScheme = '';
      });
});

describe('the connection switch', () => {
  const online = { online: () => true, visible: () => true, onChange: () => undefined };

  it('cuts requests that run and refuses new ones until it is on again', async () => {
    const hanging = (_path: string, init?: RequestInit) =>
      new Promise<Response>((_, reject) => {
        init?.signal?.addEventListener('abort', () => reject(init.signal?.reason));
      });
    const connection = createConnection(hanging, online);
    const running = connection.request('/v1/live');
    connection.turn(false);
    await expect(running).rejects.toBeInstanceOf(TypeError);
    await expect(connection.request('/v1/pull')).rejects.toBeInstanceOf(TypeError);
    expect(connection.surroundings.online()).toBe(false);
  });

  it('tells whoever listens, until they stop', () => {
    const connection = createConnection(async () => new Response(), online);
    const listening = new AbortController();
    let calls = 0;
    connection.surroundings.onChange(() => {
      calls += 1;
    }, listening.signal);
    connection.turn(false);
    connection.turn(false);
    connection.turn(true);
    expect(calls).toBe(2);
    listening.abort();
    connection.turn(false);
    expect(calls).toBe(2);
  });
});
