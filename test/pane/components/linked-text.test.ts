import fc from 'fast-check';
import { expect, it } from 'vitest';
import { partsOf } from '../../../src/pane/components/linked-text.tsx';

const links = (text: string) => partsOf(text).flatMap(({ part, href }) => (href ? [[part, href]] : []));

it.each([
  ['See https://kivi.example/a?b=1#c, please.', 'https://kivi.example/a?b=1#c'],
  ['(http://kivi.example/wiki/Oy_(yritys))', 'http://kivi.example/wiki/Oy_(yritys)'],
  ['HTTPS://Kivi.example.', 'HTTPS://Kivi.example'],
])('the web address in %j is a link that is written as it stands', (text, written) => {
  expect(links(text)).toEqual([[written, new URL(written).href]]);
});

it.each([
  'javascript:alert(1)',
  'data:text/html,<script>',
  'file:///etc/passwd',
  'https://',
  'https://bank.example@evil.example/',
  'ahttps://kivi.example',
])('%j is no link', (text) => {
  expect(links(text)).toEqual([]);
});

it('whatever the text, its parts are the text, and links lead to the web only', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.string(), fc.webUrl(), fc.constantFrom('https://', ' ', '(', ').'))), (pieces) => {
      const text = pieces.join('');
      const parts = partsOf(text);
      expect(parts.map(({ part }) => part).join('')).toBe(text);
      for (const { href } of parts) if (href) expect(href).toMatch(/^https?:\/\/[^@/]+(\/|$)/);
    }),
    { seed: 20261128 },
  );
});
