import { Buffer } from 'node:buffer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Colleague, colleague, entriesSince, type ServerRow, serverLog } from '../support/colleague.ts';
import { type PreviewProcess, startPreviewProcess } from '../support/preview-process.ts';

let preview: PreviewProcess;
let anna: Colleague;
let before: ServerRow[];

beforeAll(async () => {
  preview = await startPreviewProcess();
  anna = await colleague(preview);
  before = (await serverLog(preview)).entries;
});
afterAll(async () => {
  await anna?.close();
  await preview?.dispose();
});

const mail = `From: =?utf-8?q?Aino_H=C3=A4m=C3=A4l=C3=A4inen?= <Aino.Hamalainen@KIVI.example>
To: Anna Korhonen <anna.korhonen@aurinko.example>
Subject: =?utf-8?q?VS=3A_S=C3=A4hk=C3=B6n_hinta?=
Date: Wed, 18 Nov 2026 08:30:00 +0200
Message-ID: <own-1@kivi.example>
Content-Type: text/plain; charset=utf-8

Sopii.
`;

const meeting = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'PRODID:-//example//EN',
  'BEGIN:VEVENT',
  'UID:own-meeting@kivi.example',
  'DTSTART:20261119T080000Z',
  'DTEND:20261119T091500Z',
  'SUMMARY:Roof survey',
  'ORGANIZER;CN=Pekka Kivi:mailto:pekka.kivi@kivi.example',
  'ATTENDEE;CN=Anna Korhonen:mailto:anna.korhonen@aurinko.example',
  'END:VEVENT',
  'END:VCALENDAR',
  '',
].join('\r\n');

async function drop(name: string, text: string): Promise<void> {
  const mimeType = name.endsWith('.ics') ? 'text/calendar' : 'message/rfc822';
  await anna.page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name, mimeType, buffer: Buffer.from(text) });
}

describe('files of their own', () => {
  it('are logged like any mail: sender matched whatever the case, subject without its prefix', async () => {
    await drop('own.eml', mail);
    await anna.open('Sähkön hinta');
    await anna.logButton().click();
    await anna.pane.getByText('In the log').first().waitFor();
    const [entry] = await entriesSince(preview, before);
    expect(entry).toMatchObject({ description: 'Sähkön hinta', flow: 'inbound', at: '2026-11-18T06:30:00.000Z' });
  });

  it('are logged like any meeting, with its real duration', async () => {
    const known = (await serverLog(preview)).entries;
    await drop('own.ics', meeting);
    await anna.open('Roof survey');
    await anna.logButton().click();
    await anna.pane.getByText('In the log').first().waitFor();
    const [entry] = await entriesSince(preview, known);
    expect(entry).toMatchObject({ description: 'Roof survey', minutes: 75, origin: 'meeting' });
  });

  it('that are no mails are refused by name, with the reason', async () => {
    await drop('holiday.eml', 'just some words');
    await anna.page.getByText(/holiday\.eml was not opened/).waitFor();
  });
});
