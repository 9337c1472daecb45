import { Buffer } from 'node:buffer';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dayIn, type Instant, instantOf, type Zone } from '../../src/domain/time.ts';
import buildPane from '../support/build-pane.ts';
import { type Colleague, colleague, entriesSince, serverLog } from '../support/colleague.ts';
import { type PreviewProcess, startPreviewProcess } from '../support/preview-process.ts';

let preview: PreviewProcess;

beforeAll(async () => {
  await buildPane();
  preview = await startPreviewProcess();
});
afterAll(() => preview?.dispose());

const dayMs = 86_400_000;
const zone = 'Europe/Helsinki' as Zone; // that of the colleagues' browsers

it.each([
  { user: 'anna', clockOff: 2 * dayMs, says: 'The clock of this device is 2 days fast.' },
  { user: 'mika', clockOff: -2 * dayMs, says: 'The clock of this device is 2 days slow.' },
] as const)(
  'puts everything in the log once and at its right time, and says so, where $says',
  async ({ user, clockOff, says }) => {
    const before = (await serverLog(preview)).entries;
    const started = instantOf(Date.now());
    const sent = hourBefore(started);
    const one = await colleague(preview, { as: user, clockOff });
    try {
      await one.pane.getByText(says).waitFor();

      await logMail(one, `At once ${clockOff}`, sent);
      await shows(one, 'In the log');
      await logCall(one, 'jürgen', 'Jürgen Müller');
      await shows(one, 'In the log');

      await one.connect(false);
      await logMail(one, `Later ${clockOff}`, sent);
      await shows(one, 'Saved on this device');
      await logCall(one, 'cleo', 'Cleo Dupont');
      await shows(one, 'Saved on this device');
      await one.pane.getByText('Offline, 2 waiting').waitFor();
      await one.pane.getByText(says).waitFor();
      await one.connect(true);
      await shows(one, 'In the log');
      await one.pane.getByText('Up to date', { exact: true }).waitFor();

      // The browser is opened again, still with its clock: it finds that out anew, and sends nothing twice.
      await one.reopen();
      await one.pane.getByText(says).waitFor();
      await one.pane.getByText('Up to date', { exact: true }).waitFor();
      expect(await one.pane.getByText(/Needs attention/).count()).toBe(0);
    } finally {
      await one.close();
    }

    const made = await entriesSince(preview, before);
    const mails = made.filter(({ origin }) => origin === 'mail');
    const calls = made.filter(({ origin }) => origin === 'hand');
    expect(mails.map(({ subject }) => subject).sort()).toEqual([`At once ${clockOff}`, `Later ${clockOff}`]);
    for (const { at, day } of mails) expect({ at, day }).toEqual({ at: sent, day: dayIn(zone, sent) });
    expect(calls).toHaveLength(2);
    for (const { at, day } of calls) {
      // Clocks are told in whole minutes, and how far one is off, too.
      expect(Date.parse(at ?? '')).toBeGreaterThanOrEqual(Date.parse(started) - 120_000);
      expect(Date.parse(at ?? '')).toBeLessThanOrEqual(Date.now() + 120_000);
      expect(day).toBe(dayIn(zone, at as Instant)); // not null: it was just read as one
    }
  },
);

async function logMail(one: Colleague, subject: string, sent: Instant): Promise<void> {
  const mail = [
    'From: Bob Ortiz <bob.ortiz@harbourpine.example>',
    'To: Anna Korhonen <anna.korhonen@aurinko.example>, Mika Virtanen <mika.virtanen@aurinko.example>',
    `Subject: ${subject}`,
    `Date: ${new Date(sent).toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: <${subject.replaceAll(' ', '-')}@harbourpine.example>`,
    '',
    'Hello',
    '',
  ].join('\r\n');
  await visit(one, 'home');
  await one.page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: 'own.eml', mimeType: 'message/rfc822', buffer: Buffer.from(mail) });
  await one.open(subject);
  await one.logButton().click();
}

async function logCall(one: Colleague, words: string, name: string): Promise<void> {
  await one.pane.getByRole('button', { name: 'Search', exact: true }).click();
  await one.pane.getByRole('combobox', { name: 'Page, contact or entry' }).fill(words);
  await one.pane.getByRole('option').filter({ hasText: name }).first().click();
  await one.pane.getByRole('button', { name: 'Call', exact: true }).click();
  await one.pane.getByRole('button', { name: `Log for ${name}` }).click();
}

async function visit(one: Colleague, view: string): Promise<void> {
  await one.pane.getByRole('button', { name: 'Menu', exact: true }).click();
  await one.pane.locator(`[role=menuitem][data-view=${view}]`).click();
}

/** The open mail stays under the form of a call, hidden. */
const shows = (one: Colleague, text: string) => one.pane.getByText(text).filter({ visible: true }).first().waitFor();

/** Mails tell whole seconds. */
function hourBefore(now: Instant): Instant {
  return instantOf(Math.floor(Date.parse(now) / 1000) * 1000 - 3_600_000);
}
