import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createDraft } from '../../src/capture/create-draft.ts';
import { mailDate } from '../../src/host/preview/mail-date.ts';
import { readEml } from '../../src/host/preview/read-eml.ts';
import { surroundings } from '../capture/surroundings.ts';
import { expected } from '../fixtures/mail/expected.ts';

const folder = new URL('../fixtures/mail/', import.meta.url);
const read = (name: string) => readEml(new Uint8Array(readFileSync(new URL(`${name}.eml`, folder))), name);

describe('a mail file with a fault', () => {
  it('is in the manifest, and at least forty are', () => {
    const files = readdirSync(folder).filter((name) => name.endsWith('.eml'));
    expect(files.map((name) => name.slice(0, -4)).sort()).toEqual(Object.keys(expected).sort());
    expect(files.length).toBeGreaterThanOrEqual(40);
  });

  for (const [name, wanted] of Object.entries(expected))
    it(`${name} is ${wanted.refused ? `refused: ${wanted.refused}` : 'read right'}`, async () => {
      const result = await read(name);
      if (wanted.refused) {
        expect(result).toEqual({ ok: false, why: wanted.refused });
        return;
      }
      if (!result.ok) throw new Error(`refused: ${result.why}`);
      const [{ item, body } = expect.fail('no item')] = result.items;
      const found = {
        sender: item.from?.address,
        name: item.from?.name,
        to: item.to.map(({ address }) => address).filter((address) => address !== ''),
        toCount: item.to.length,
        sentAt: item.sentAt,
        receivedAt: item.receivedAt,
        subject: item.subject.replace(/\s+/g, ' ').trim(),
        messageId: item.messageId,
        text: body.text?.trim(),
        attachments: item.attachmentNames,
        sensitivity: item.sensitivity,
        mode: item.mode,
      };
      const { html, refused: _, ...values } = wanted;
      expect(found).toMatchObject(values);
      if (html !== undefined) expect(body.html).toContain(html);
      expect(() => createDraft(item, surroundings())).not.toThrow();
    });

  it('of enormous size is refused before it is parsed', async () => {
    expect(await readEml(new Uint8Array(100_000_001), 'x')).toEqual({ ok: false, why: 'too-large' });
  });

  it('with ten megabytes of text is read as far as it is worth', async () => {
    const head = 'From: a@x.example\r\nTo: b@y.example\r\nSubject: Long\r\n\r\n';
    const result = await readEml(new TextEncoder().encode(head + 'Tarjous ja toimitus.\r\n'.repeat(480_000)), 'x');
    expect(result.ok && (result.items[0]?.body.text?.length ?? 0) > 3_500_000).toBe(true);
  }, 30_000);

  it('with five thousand recipients is read', async () => {
    const to = Array.from({ length: 5_000 }, (_, index) => `P ${index} <p${index}@crowd.example>`).join(',\r\n ');
    const result = await readEml(new TextEncoder().encode(`From: a@x.example\r\nTo: ${to}\r\n\r\nHei`), 'x');
    expect(result.ok && result.items[0]?.item.to.filter(({ address }) => address !== '').length).toBe(5_000);
  }, 30_000);
});

describe('the date of a mail', () => {
  it('is read in every form of the standard', () => {
    expect(mailDate('Mon, 2 Nov 2026 09:12:30 +0200')).toBe('2026-11-02T07:12:30.000Z');
    expect(mailDate('2 Nov 2026 09:12 EST')).toBe('2026-11-02T14:12:00.000Z');
    expect(mailDate('Thu, 13 Feb 1969 23:32 -0330 (Newfoundland Time)')).toBe('1969-02-14T03:02:00.000Z');
    expect(mailDate('Fri, 21 Nov 97 09:55:06 -0600')).toBe('1997-11-21T15:55:06.000Z');
  });

  it('is none when it can’t be read for certain', () => {
    for (const text of [
      '',
      'now',
      '2026',
      '2 Nov 2026',
      '32 Nov 2026 09:12 +0000',
      '2 Nov 2026 24:00 +0000',
      '2 Nov 2026 09:12 +9900',
    ])
      expect(mailDate(text), text).toBeNull();
  });
});
