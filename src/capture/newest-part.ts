import { isAttribution, isHeaderBlock, isRule, isSeparator, namesTime } from './quote-labels.ts';

/** Most lines that mail programs break an attribution over. */
const longestAttribution = 3;

/**
 * What the writer of a mail added, without the mails quoted in it. Every line of it is a line of `text`, in its order.
 * Where nothing would be left, as in a mail that was only forwarded, it is all of `text`.
 */
export function newestPart(text: string): string {
  return withoutQuotes(text) || tidyLines(text.replace(/\r\n?/g, '\n').split('\n'));
}

/**
 * `text` without quoted mails, perhaps empty: everything from a header block, separator or dated attribution on is cut;
 * lines that begin with `>` are taken out with the attribution above them, so that answers between quotes stay;
 * signatures are kept.
 */
export function withoutQuotes(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const kept: string[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    if (isSeparator(line) || isHeaderBlock(lines, index)) break;
    if (isRule(line) && headerFollows(lines, index)) break;
    if (isQuoted(line)) {
      if (!isQuoted(lines[index - 1] ?? '')) dropAttribution(kept);
      continue;
    }
    const length = attributionLength(lines, index);
    if (length > 0 && !quoteFollows(lines, index + length)) break;
    kept.push(line);
  }
  return tidyLines(kept);
}

function isQuoted(line: string): boolean {
  return /^\s{0,3}>/u.test(line) || /^\s{0,3}\|\s/u.test(line);
}

function headerFollows(lines: readonly string[], rule: number): boolean {
  const next = nextFilled(lines, rule + 1);
  return next !== undefined && next <= rule + 3 && (isHeaderBlock(lines, next) || isSeparator(lines[next] ?? ''));
}

function quoteFollows(lines: readonly string[], from: number): boolean {
  const next = nextFilled(lines, from);
  return next !== undefined && isQuoted(lines[next] ?? '');
}

function nextFilled(lines: readonly string[], from: number): number | undefined {
  for (let index = from; index < lines.length; index += 1) if ((lines[index] ?? '').trim() !== '') return index;
  return undefined;
}

/** How many lines from `index` on are an attribution that names a time; 0 when they are none. */
function attributionLength(lines: readonly string[], index: number): number {
  if ((lines[index] ?? '').trim() === '') return 0;
  for (let length = 1; length <= longestAttribution; length += 1) {
    const last = lines[index + length - 1];
    if (last === undefined || last.trim() === '' || isQuoted(last)) return 0;
    const joined = lines.slice(index, index + length).join(' ');
    if (!isAttribution(joined) || !namesTime(joined)) continue;
    const startsLater = length > 1 && attributionLength(lines, index + 1) > 0;
    return startsLater ? 0 : length;
  }
  return 0;
}

/** Takes the attribution that stands above a quote off the end of `kept`: the shortest that names a time, else any. */
function dropAttribution(kept: string[]): void {
  let end = kept.length;
  while (end > 0 && (kept[end - 1] ?? '').trim() === '') end -= 1;
  let found = 0;
  for (let length = 1; length <= longestAttribution && length <= end; length += 1) {
    const candidate = kept.slice(end - length, end);
    if (candidate.some((line) => line.trim() === '')) break;
    const joined = candidate.join(' ');
    if (!isAttribution(joined)) continue;
    if (found === 0 || namesTime(joined)) found = length;
    if (namesTime(joined)) break;
  }
  if (found > 0) kept.length = end - found;
}

/** Without blank lines at the ends and never more than one between two paragraphs. */
export function tidyLines(lines: readonly string[]): string {
  const kept: string[] = [];
  for (const line of lines) {
    const end = line.trimEnd();
    if (end !== '' || (kept.length > 0 && kept.at(-1) !== '')) kept.push(end);
  }
  return kept.join('\n').trimEnd();
}
