import { Buffer } from 'node:buffer';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Colleague, colleague, serverLog } from '../support/colleague.ts';
import { type PreviewProcess, startPreviewProcess } from '../support/preview-process.ts';

let preview: PreviewProcess;
let anna: Colleague;

beforeAll(async () => {
  preview = await startPreviewProcess();
  anna = await colleague(preview);
});
afterAll(async () => {
  await anna?.close();
  await preview?.dispose();
});

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

it('shows and logs a dropped mail whose every field is a script, and runs none of it', async () => {
  const requests: string[] = [];
  anna.page.on('request', (request) => requests.push(request.url()));
  await anna.page
    .locator('input[type=file]')
    .first()
    .setInputFiles({
      name: 'hostile.eml',
      mimeType: 'message/rfc822',
      buffer: Buffer.from(hostile),
    });
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
