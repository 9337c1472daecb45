import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holdsWords, markSought, soughtWords } from '../../src/domain/sought-words.ts';

const marked = (text: string, sought: string) =>
  markSought(text, soughtWords(sought))
    .map((part) => (part.isSought ? `[${part.text}]` : part.text))
    .join('');

describe('words that are looked for', () => {
  it('are those between everything that is neither letter nor figure, once each', () => {
    expect(soughtWords('  Ääkkönen, offer-2291 OFFER ')).toEqual(['aakkonen', 'offer', '2291']);
    expect(soughtWords(' … ')).toEqual([]);
  });

  it('are all found, each at the beginning of a word of any text', () => {
    expect(holdsWords(['Tarjous 2291', 'Mäkelä'], ['229', 'makela'])).toBe(true);
    expect(holdsWords(['Tarjous'], ['jous'])).toBe(false);
    expect(holdsWords(['catalog log'], ['log'])).toBe(true);
    expect(holdsWords(['Tarjous'], ['tarjous', 'uusi'])).toBe(false);
  });
});

describe('marking', () => {
  it('shows the beginnings of words as they are written', () => {
    expect(marked('Mäkelän tarjous, mäki', 'mak')).toBe('[Mäk]elän tarjous, mäki'.replace('mäki', '[mäk]i'));
    expect(marked('Ma\u0308kela\u0308', 'mak')).toBe('[Ma\u0308k]ela\u0308');
    expect(marked('ODOTETTU', '')).toBe('ODOTETTU');
  });

  it('never changes the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ maxLength: 6 }), (text, sought) => {
        const parts = markSought(text, soughtWords(sought));
        expect(parts.map((part) => part.text).join('')).toBe(text);
      }),
    );
  });
});
