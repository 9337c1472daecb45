import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import { decodeWords } from 'postal-mime';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { createDraft } from '../../src/capture/create-draft.ts';
import { mailText } from '../../src/capture/mail-text.ts';
import { EmailAddress } from '../../src/domain/email-address.ts';
import { ItemKey } from '../../src/domain/item.ts';
import { longestText } from '../../src/domain/longest.ts';
import { Instant } from '../../src/domain/time.ts';
import { readEml } from '../../src/host/preview/read-eml.ts';
import { readRefusals } from '../../src/host/preview/read-refusal.ts';
import { now, surroundings } from './surroundings.ts';

/** A folder of real mail, as files. Its mails are read here and never shown: a failure names the file only. */
const corpus = process.env.MAIL_CORPUS ?? '';
const isThere = corpus !== '' && existsSync(corpus);
if (!isThere) console.log('The mail corpus is not tested: MAIL_CORPUS names no folder of .eml files.');

const files = isThere
  ? readdirSync(corpus, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.eml'))
      .sort()
  : [];
const { DOMParser } = new JSDOM().window;
const parseHtml = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');

describe.skipIf(!isThere)('a corpus of real mail', () => {
  it('has mails', () => {
    expect(files.length).toBeGreaterThan(0);
  });

  for (const name of files)
    it(`${name} can be logged, or says why not`, async () => {
      const bytes = new Uint8Array(readFileSync(join(corpus, name)));
      const result = await readEml(bytes, name);
      if (!result.ok) {
        expect(readRefusals).toContain(result.why);
        return;
      }
      const [{ item, body } = expect.fail('no item')] = result.items;
      const headers = headersOf(bytes);
      const draft = createDraft(item, surroundings());

      expect(v.is(EmailAddress, item.from?.address)).toBe(true);
      for (const at of [item.sentAt, item.receivedAt]) expect(at === null || v.is(Instant, at)).toBe(true);
      for (const { address } of [...(item.from ? [item.from] : []), ...item.to, ...item.cc])
        if (address !== '') expect(headers.includes(address), 'an address stands in no header').toBe(true);
      for (const { address } of draft.participants) {
        expect(v.is(EmailAddress, address)).toBe(true);
        expect(headers.includes(address), 'an address stands in no header').toBe(true);
      }
      expect(v.is(v.array(ItemKey), draft.keys)).toBe(true);
      expect(draft.keys.length).toBeGreaterThanOrEqual(item.messageId === null && item.sentAt === null ? 0 : 1);
      expect(draft.at !== null && v.is(Instant, draft.at) && draft.at <= now).toBe(true);
      expect(draft.subject.length).toBeLessThanOrEqual(100);

      const text = mailText(body, parseHtml);
      expect(text.full.length).toBeLessThanOrEqual(longestText);
      expect(text.newest === '').toBe(text.full === '');
      const full = new Set(text.full.split('\n'));
      if (body.html === undefined) for (const line of text.newest.split('\n')) expect(full.has(line)).toBe(true);
    });
});

/** The header part of a mail as text, unfolded and decoded, in lower case. */
function headersOf(bytes: Uint8Array): string {
  const raw = new TextDecoder().decode(bytes).replace(/\r\n?/g, '\n');
  const [head = ''] = raw.split('\n\n', 1);
  const unfolded = head.replace(/\n[ \t]+/g, ' ');
  return `${unfolded}\n${decodeWords(unfolded)}`.toLowerCase();
}
