import { describe, expect, it } from 'vitest';
import { withoutPrefixes } from '../../src/capture/subject-prefix.ts';

describe('a subject without its prefixes', () => {
  const cases: [string, string][] = [
    ['RE: Quote', 'Quote'],
    ['Re: re: FW: Fwd: Quote', 'Quote'],
    ['VS: VL: Tarjous', 'Tarjous'],
    ['SV: VB: Leverans', 'Leverans'],
    ['AW: WG: Antw: Antwort: Termin', 'Termin'],
    ['TR: Devis', 'Devis'],
    ['RE[2]: Re(3): Re^4: Quote', 'Quote'],
    ['Re： 全角', '全角'],
    ['回复: 答复：转发: 报价', '报价'],
    ['RE: [EXT] RE: Quote', '[EXT] Quote'],
    ['[list] Re: [list] Quote', '[list] Quote'],
    ['[EXT] [sales] FW: Quote', '[EXT] [sales] Quote'],
    ['  Re :  Quote\r\n  2291 ', 'Quote 2291'],
    ['Re:', ''],
    ['', ''],
    ['Return: of the pump', 'Return: of the pump'],
    ['Research: results', 'Research: results'],
    ['VS-12: varaosa', 'VS-12: varaosa'],
    ['Awards: list', 'Awards: list'],
  ];
  for (const [subject, bare] of cases)
    it(`is "${bare}" for "${subject}"`, () => {
      expect(withoutPrefixes(subject)).toBe(bare);
    });

  it('is at most 100 units long and splits no character', () => {
    const long = withoutPrefixes(`Re: ${'😀'.repeat(80)}`);
    expect(long.length).toBeLessThanOrEqual(100);
    expect(long.isWellFormed()).toBe(true);
  });
});
