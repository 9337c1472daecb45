import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, it } from 'vitest';
import { parseXml } from '../support/parse-xml.ts';

const folder = mkdtempSync(join(tmpdir(), 'interlog-write-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (...args: string[]) => promisify(execFile)(process.execPath, ['scripts/manifest.ts', ...args]);

it('npm run manifest writes the manifest of the address it is given', async () => {
  const out = join(folder, 'manifest.xml');
  await run('--base-url', 'https://log.example.com', '--out', out);
  const text = readFileSync(out, 'utf8');
  expect(parseXml(text).name).toBe('OfficeApp');
  expect(text).toContain('"https://log.example.com/outlook.html"');
});

it('npm run manifest says what is wrong with an address that Outlook would not take', async () => {
  const failed = await run('--base-url', 'http://log.example.com').catch((error: { stderr: string }) => error);
  expect(failed.stderr).toContain('must be the https address');
});
