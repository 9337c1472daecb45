import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDraft } from '../../src/capture/create-draft.ts';
import { newestPart } from '../../src/capture/newest-part.ts';
import { splitName } from '../../src/capture/split-name.ts';
import { withoutPrefixes } from '../../src/capture/subject-prefix.ts';
import { parseEmailAddress } from '../../src/domain/email-address.ts';
import { blankItem } from '../../src/host/blank-item.ts';
import type { HostPerson } from '../../src/host/host-adapter.ts';
import { address, now, surroundings } from '../capture/surroundings.ts';

const bounded = { numRuns: 400, seed: 20_261_123 };

const piece = fc.oneof(
  fc.constantFrom(
    'RE: ',
    'Re:',
    'VS : ',
    'FW: ',
    'SV:',
    'AW:',
    'Re[2]: ',
    '回复：',
    '[EXT] ',
    '[a]',
    '[',
    ']',
    ':',
    ' ',
  ),
  fc.string({ maxLength: 12, unit: 'grapheme' }),
);
const subject = fc.array(piece, { maxLength: 12 }).map((parts) => parts.join(''));

describe('subject prefixes', () => {
  it('are gone after once: doing it twice changes nothing', () => {
    fc.assert(
      fc.property(subject, (text) => {
        const once = withoutPrefixes(text);
        expect(withoutPrefixes(once)).toBe(once);
        expect(once.length).toBeLessThanOrEqual(100);
      }),
      bounded,
    );
  });

  it('do not matter in front of any subject', () => {
    fc.assert(
      fc.property(subject, fc.constantFrom('RE: ', 'VS: VL: ', 'Fwd: AW: '), (text, prefix) => {
        expect(withoutPrefixes(prefix + text)).toBe(withoutPrefixes(text));
      }),
      bounded,
    );
  });
});

const mailLine = fc.oneof(
  fc.constantFrom(
    '',
    '> quoted',
    '>> twice',
    'From: Bob',
    'Lähettäjä: Bob',
    'Sent: today',
    'To: Anna',
    'Subject: x',
    '-----Original Message-----',
    '________________________________',
    'On Tue, 3 Nov 2026 at 09:12, Bob wrote:',
    'ti 3.11.2026 klo 9.12 Bob kirjoitti:',
    '-- ',
  ),
  fc.string({ maxLength: 30 }).map((text) => text.replace(/[\r\n]/g, ' ')),
);

describe('the newest part of any text', () => {
  it('invents nothing: its lines are lines of the text, in their order', () => {
    fc.assert(
      fc.property(fc.array(mailLine, { maxLength: 40 }), (lines) => {
        const newest = newestPart(lines.join('\n'));
        let from = 0;
        for (const line of newest.split('\n').filter((one) => one !== '')) {
          const at = lines.findIndex((one, index) => index >= from && one.trimEnd() === line);
          expect(at, `"${line}" is not in the rest of the text`).toBeGreaterThanOrEqual(0);
          from = at + 1;
        }
      }),
      bounded,
    );
  });

  it('is empty only when the text says nothing', () => {
    fc.assert(
      fc.property(fc.array(mailLine, { maxLength: 20 }), (lines) => {
        expect(newestPart(lines.join('\n')) === '').toBe(lines.join('').trim() === '');
      }),
      bounded,
    );
  });
});

describe('any name', () => {
  it('gives a contact a name of one line that fits', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300, unit: 'grapheme' }), (shown) => {
        const name = splitName(shown, address('bob.ortiz@x.example'));
        expect(name.trim()).not.toBe('');
        expect(name.length).toBeLessThanOrEqual(100);
        expect(name).not.toMatch(/[\r\n]/);
      }),
      bounded,
    );
  });
});

const anyPerson: fc.Arbitrary<HostPerson> = fc.record({
  name: fc.string({ maxLength: 30, unit: 'grapheme' }),
  address: fc.oneof(
    fc.string({ maxLength: 30 }),
    fc.emailAddress(),
    fc.constantFrom('', '<>', 'a@b@c', "'x@y.example'"),
  ),
});

describe('any item', () => {
  it('becomes a draft whose people all have an address that the item gave, each once', () => {
    fc.assert(
      fc.property(
        fc.array(anyPerson, { maxLength: 8 }),
        fc.array(anyPerson, { maxLength: 8 }),
        fc.option(anyPerson),
        fc.constantFrom('mail' as const, 'meeting' as const),
        (to, cc, sender, kind) => {
          const item = blankItem({
            kind,
            identity: 'x',
            to,
            cc,
            from: kind === 'mail' ? sender : null,
            organizer: kind === 'meeting' ? sender : null,
            start: now,
          });
          const draft = createDraft(item, surroundings());
          const given = [...to, ...cc, ...(sender ? [sender] : [])].map((one) => one.address.toLowerCase());
          for (const participant of draft.participants) {
            expect(parseEmailAddress(participant.address)).toBe(participant.address);
            expect(given.some((one) => one.includes(participant.address))).toBe(true);
          }
          expect(new Set(draft.participants.map((one) => one.address)).size).toBe(draft.participants.length);
          expect(draft.direction === null).toBe(draft.participants.length === 0);
        },
      ),
      bounded,
    );
  });
});
