import { longestText } from '../domain/longest.ts';
import { cut, plain } from '../domain/text.ts';
import type { HostBody } from '../host/host-adapter.ts';
import type { MailText } from './draft.ts';
import { htmlToText } from './html-to-text.ts';
import { markQuotes } from './mark-quotes.ts';
import { newestPart, tidyLines, withoutQuotes } from './newest-part.ts';

/** What is read of a body, in UTF-16 units; a longer one is cut there before it is parsed. */
export const longestHtml = 3_000_000;
const longestPlain = 1_000_000;

/** Makes a document of hostile HTML that runs and loads nothing. */
export type ParseHtml = (html: string) => Document;

// A parsed document without a browsing context: no scripts, no handlers, no requests for images or styles.
const parseInertly: ParseHtml = (html) => new DOMParser().parseFromString(html, 'text/html');

/**
 * The text of a mail: what its writer added and all of it, at most `longestText` units each (what an entry can store).
 * Quoted mails are found by structure first, then by labels. Empty strings for a body without text.
 */
export function mailText(body: HostBody, parseHtml: ParseHtml = parseInertly): MailText {
  return (body.html === undefined ? undefined : fromHtml(body.html, parseHtml)) ?? fromText(body.text ?? '');
}

function fromHtml(html: string, parseHtml: ParseHtml): MailText | undefined {
  const document = parseHtml(cut(html, longestHtml));
  const full = readable(document.body);
  if (full === '') return undefined;
  markQuotes(document.body);
  return limited({ newest: withoutQuotes(readable(document.body)) || newestPart(full), full });
}

function readable(body: Element): string {
  return tidyLines(plain(htmlToText(body)).split('\n'));
}

function fromText(text: string): MailText {
  const full = tidyLines(plain(cut(text, longestPlain)).replace(/\r\n?/g, '\n').split('\n'));
  return limited({ newest: newestPart(full), full });
}

function limited({ newest, full }: MailText): MailText {
  return { newest: cut(newest, longestText), full: cut(full, longestText) };
}
