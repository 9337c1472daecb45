import { Buffer } from 'node:buffer';
import { expect, it } from 'vitest';
import { type Colleague, serverLog } from '../support/colleague.ts';
import { anna, mika, preview } from '../support/two-colleagues.ts';

const script = '<script>document.title="owned"</script><img src=x onerror="document.title=\'owned\'">';
const hostile = `From: "${script}" <bob.ortiz@harbourpine.example>
To: "<svg onload=document.title='owned'>" <anna.korhonen@aurinko.example>
Subject: ${script}
Date: Mon, 16 Nov 2026 10:00:00 +0200
Message-ID: <${'hostile-1'}@harbourpine.example>
MIME-Version: 1.0
Content-Type: text/html; charset=utf-8

<html><body>${script}<p>Visible words</p><iframe srcdoc="<script>parent.document.title='owned'</script>"></iframe></body></html>
`;

/** A name that would run as markup, then one from right to left, a mark and an override that turn what follows. */
const stranger = `${script} \u05d0\u05d1\u05d2\u200f \u202exe.fdp`;
const shownName = stranger.replace('\u202e', '');
const strangeSubject = `Stranger \u05d0\u05d1\u05d2\u200f ${script}`;
const encoded = (text: string) => `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`;
const fromStranger = `From: ${encoded(stranger)} <stranger@unknown.example>
To: Anna Korhonen <anna.korhonen@aurinko.example>
Subject: ${encoded(strangeSubject)}
Date: Mon, 16 Nov 2026 11:00:00 +0200
Message-ID: <hostile-2@unknown.example>
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8

${script}
`;
const meeting = [
  ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//test//', 'BEGIN:VEVENT', 'DTSTAMP:20261101T000000Z'],
  ...[`UID:${script}`, 'DTSTART:20261117T080000Z', 'DTEND:20261117T090000Z', 'RECURRENCE-ID:20261117T080000Z'],
  ...[`SUMMARY:Meeting ${script}`, `LOCATION:${script}`, `DESCRIPTION:${script}`],
  'ORGANIZER;CN="<svg onload=document.title=1>":mailto:bob.ortiz@harbourpine.example',
  'ATTENDEE;CN=Anna:mailto:anna.korhonen@aurinko.example',
  ...['END:VEVENT', 'END:VCALENDAR', ''],
].join('\r\n');

it('shows and logs a dropped mail whose every field is a script, and runs none of it', async () => {
  const requests: string[] = [];
  anna.page.on('request', (request) => requests.push(request.url()));
  await drop('hostile.eml', hostile);
  await anna.open('document.title');
  await anna.pane.getByRole('button', { name: 'Show exactly what is stored' }).click();
  await anna.logButton().click();
  await anna.pane.getByText('In the log').first().waitFor();
  expect(await anna.page.title()).not.toBe('owned');
  const origin = new URL(preview.address).origin;
  const foreign = requests.filter((url) => !url.startsWith(origin) && !/^(data|blob|about):/.test(url));
  expect(foreign).toEqual([]);
  const { entries } = await serverLog(preview);
  expect(entries.some((entry) => entry.subject?.includes('<script>'))).toBe(true);
});

async function drop(name: string, content: string): Promise<void> {
  const mimeType = name.endsWith('.eml') ? 'message/rfc822' : 'text/calendar';
  await anna.page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name, mimeType, buffer: Buffer.from(content) });
}

it('logs with a stranger of a hostile name and a hostile meeting, and a colleague reads both as they were written', async () => {
  await drop('stranger.eml', fromStranger);
  await anna.open('Stranger');
  await anna.pane.getByRole('button', { name: /^Add / }).first().click();
  await anna.logButton().click();
  await anna.pane.getByText('In the log').first().waitFor();
  await drop('meeting.ics', meeting);
  await anna.open('Meeting <script>');
  await anna.logButton().click();
  await anna.pane.getByText('In the log').first().waitFor();

  const button = (name: string) => mika.pane.getByRole('button', { name, exact: true });
  await button('Menu').click();
  await mika.pane.getByRole('menuitem', { name: 'Contacts' }).click();
  await mika.pane
    .getByRole('button', { name: /<script>/ })
    .first()
    .click();
  await readsAsWritten(mika, shownName);
  // A description is at most as long as NAV's.
  const described = [strangeSubject, `Meeting ${script}`].map((subject) => subject.slice(0, 100).trim());
  await readsAsWritten(mika, described[0] ?? '');
  for (const subject of described) {
    await button('Menu').click();
    await mika.pane.locator('[role=menuitem][data-view=log]').click();
    await mika.pane.locator('.log-cards .row-line').filter({ hasText: subject }).first().click();
    await mika.pane.locator('.entry-page').waitFor();
    await readsAsWritten(mika, subject);
  }
});

/** Nothing of `text` became an element or ran; it is there as text, and turns nothing around it. */
async function readsAsWritten({ page, pane }: Colleague, text: string): Promise<void> {
  await pane.getByText(text).filter({ visible: true }).first().waitFor();
  expect(await page.title()).not.toMatch(/owned|1/);
  expect(await pane.locator('script, img[src=x], svg[onload], iframe').count()).toBe(0);
  const holders = await pane.evaluate((root, part) => {
    const all = [...root.querySelectorAll('*')].filter((one) =>
      [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.includes(part)),
    );
    return all.map((one) => ({ tag: one.localName, bidi: getComputedStyle(one).unicodeBidi, text: one.textContent }));
  }, text);
  expect(holders.length).toBeGreaterThan(0);
  for (const { tag, bidi, text: held } of holders) {
    expect(bidi, `${tag} ${held}`).toBe('isolate');
    expect(held).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
  }
}
