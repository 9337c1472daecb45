/**
 * What mail programs write between a reply and the mail it answers, in English, Finnish, Swedish, German, and the
 * languages near them. Matching is by whole lines, so that prose that merely uses one of the words stays.
 */
const from = 'from|lähettäjä|från|von|fra|de|da|van|kenen|saatja|od';
const others =
  'sent|date|to|cc|bcc|subject|reply-to|importance|lähetetty|päivämäärä|pvm|päiväys|vastaanottaja|kenelle|kopio|piilokopio|aihe|vastausosoite|tärkeys|' +
  'skickat|datum|till|kopia|ämne|gesendet|an|betreff|kopie|sendt|dato|til|emne|envoyé|à|objet|enviado|para|asunto|fecha|verzonden|aan|onderwerp|saadetud|teema';

const label = (names: string) => new RegExp(`^[\\s*_>]{0,8}(?:${names})\\s?[*_]{0,2}\\s?[:：][*_]{0,2}(?:\\s|$)`, 'iu');
const fromLabel = label(from);
const otherLabel = label(others);

const separator = new RegExp(
  `^\\s*[-_=*]{2,}\\s*(?:${[
    'original message',
    'original appointment',
    'forwarded message',
    'begin forwarded message',
    'reply message',
    'alkuperäinen viesti',
    'alkuperäinen tapaaminen',
    'välitetty viesti',
    'edelleenlähetetty viesti',
    'ursprungligt meddelande',
    'originalmeddelande',
    'vidarebefordrat meddelande',
    'ursprüngliche nachricht',
    'originalnachricht',
    'weitergeleitete nachricht',
    'oprindelig meddelelse',
    'opprinnelig melding',
    "message d'origine",
    'message original',
    'message transféré',
    'mensaje original',
    'oorspronkelijk bericht',
  ].join('|')})\\s*[-_=*]{2,}\\s*$`,
  'iu',
);
const bareSeparator =
  /^\s*(?:begin forwarded message|alkoi edelleen välitetty viesti|vidarebefordrat brev|anfang der weitergeleiteten nachricht)\s*:\s*$/iu;
const wrote =
  'wrote|kirjoitti|skrev|schrieb|a écrit|écrit|escribió|escreveu|schreef|ha scritto|napisał|napisał\\(a\\)|kirjutas';
const attribution = new RegExp(`^.{3,300}(?<!\\p{L})(?:${wrote})(?:\\s[^:]{0,160})?\\s?[:：]$`, 'iu');

/** Longest line that is looked at; beyond it a line is prose. */
const longestLine = 500;

function at(lines: readonly string[], index: number): string {
  const line = lines[index] ?? '';
  return line.length > longestLine ? '' : line;
}

/** Whether a block of `From:`, `Sent:`, `To:`, `Subject:` begins at `index`: a from label and two others soon after. */
export function isHeaderBlock(lines: readonly string[], index: number): boolean {
  if (!fromLabel.test(at(lines, index))) return false;
  let found = 0;
  for (let next = index + 1; next <= index + 8 && next < lines.length; next += 1)
    if (otherLabel.test(at(lines, next))) found += 1;
  return found >= 2;
}

/** Whether the line is one such as `-----Original Message-----`. */
export function isSeparator(line: string): boolean {
  return line.length <= longestLine && (separator.test(line) || bareSeparator.test(line));
}

/** Whether the line is a rule of underscores or dashes, as some programs draw above a header block. */
export function isRule(line: string): boolean {
  return line.length <= longestLine && /^\s*(?:_{8,}|-{8,})\s*$/u.test(line);
}

/** Whether the text says who wrote the quote that follows, such as `On Tue, 3 Nov 2026 at 9:12, Bob Ortiz wrote:`. */
export function isAttribution(text: string): boolean {
  const bare = text.trim();
  // Looking at the end first spares prose the slow search.
  return /[:：]$/u.test(bare.slice(-1)) && bare.length <= longestLine && attribution.test(bare);
}

/** Whether an attribution names a time or a year: such a line is no prose, even when no quote marks follow. */
export function namesTime(text: string): boolean {
  return /\d{1,2}[:.]\d\d|\b\d{4}\b/u.test(text);
}
