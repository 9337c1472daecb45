import { cut, plain } from '../domain/text.ts';

/** Longest subject that an entry keeps, in UTF-16 units. */
const longestSubject = 100;

/**
 * What mail programs put before the subject of a reply or a forwarded mail: English, Finnish (VS, VL), Swedish, Norwegian
 * and Danish (SV, VB, VS), German (AW, WG, Antw), French (TR), Spanish (RV), Portuguese (RES, ENC), Dutch, Polish,
 * Estonian, Turkish, Italian (RIF), Chinese and Japanese; also counted, as `RE[2]:` and `Re(3):`.
 */
const prefix =
  /^(?:re|fwd?|vs|vl|sv|vb|aw|wg|antw(?:ort)?|tr|rv|res|enc|betr|doorst|odp|pd|vast|edasi|ynt|ilt|rif|回复|答复|回覆|转发|轉寄|返信|転送)\s*(?:[[(]\d{1,4}[\])]|\^\d{1,4})?\s*[:：]\s*/iu;
const tag = /^\[[^[\]]{1,80}\]\s*/u;

/**
 * The subject without reply and forward prefixes, however often repeated; tags such as `[EXT]` or `[list]` stay in
 * front. One line, at most 100 units. Doing it twice changes nothing.
 */
export function withoutPrefixes(subject: string): string {
  let rest = plain(subject).replace(/\s+/g, ' ').trim();
  let tags = '';
  for (;;) {
    const before = prefix.exec(rest)?.[0];
    if (before !== undefined) {
      rest = rest.slice(before.length);
      continue;
    }
    const found = tag.exec(rest)?.[0];
    if (found === undefined) break;
    if (!tags.includes(found.trim())) tags += `${found.trim()} `;
    rest = rest.slice(found.length);
  }
  return cut(`${tags}${rest}`.trim(), longestSubject).trim();
}

/** The form in which two subjects of one meeting are compared. */
export function comparableSubject(subject: string): string {
  return withoutPrefixes(subject).normalize('NFC').toLowerCase();
}
