import { describe, expect, it } from 'vitest';
import { decodeText } from '../../src/entries/browser/decode-text.ts';

const bytes = (...all: number[]) => new Uint8Array(all).buffer;

describe('a text file that a person chooses', () => {
  it('is read as UTF-8, without its mark', () => {
    expect(decodeText(bytes(0xef, 0xbb, 0xbf, 0xc3, 0xa4))).toBe('ä');
    expect(decodeText(bytes(0xc3, 0xa4))).toBe('ä');
  });

  it('is read as Windows writes it where it is no UTF-8', () => {
    expect(decodeText(bytes(0xe4, 0xf6, 0x80))).toBe('äö€');
  });

  it('is read as UTF-16 where its mark says so', () => {
    expect(decodeText(bytes(0xff, 0xfe, 0xe4, 0x00))).toBe('ä');
    expect(decodeText(bytes(0xfe, 0xff, 0x00, 0xe4))).toBe('ä');
  });

  it('may be empty', () => {
    expect(decodeText(bytes())).toBe('');
  });
});
