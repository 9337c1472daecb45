import { htmlToText } from './html-to-text.ts';
import { isHeaderBlock } from './quote-labels.ts';

/** From these on, all that follows is the mail that was answered (Outlook on the web, new Outlook, Outlook for Mac, Windows Live). */
const cutHere = [
  '[id$="divRplyFwdMsg"]',
  '[id$="appendonsend"]',
  '#stopSpelling',
  '#OLK_SRC_BODY_SECTION',
  '#mail-editor-reference-message-container',
  '.OutlookMessageHeader',
  '#reply-intro',
].join(',');
/** These hold the answered mail and nothing else (Gmail, Thunderbird, Apple Mail, Yahoo, Proton, Zimbra). */
const quotes = [
  '.gmail_quote',
  '.gmail_quote_container',
  '.gmail_extra > .gmail_quote',
  'blockquote[type="cite"]',
  '.moz-cite-prefix',
  '.yahoo_quoted',
  '.protonmail_quote',
  '.zmail_extra',
  '#isForwardContent',
].join(',');
/** What is looked at to find the header of Outlook on Windows: newsletters have boxes without end. */
const mostBoxes = 300;
const longestBox = 20_000;
const drawsTopBorder = /border(?:-top)?\s*:\s*(?!none|0(?:\D|$)|medium none)[^;]*\d/i;

/**
 * Takes the mails quoted in `body` out of it by the structure that mail programs leave, whatever the language: `body` is
 * changed. Each removed quote leaves a `>` line, by which `newestPart` finds the attribution above it.
 */
export function markQuotes(body: Element): void {
  // Quotes first: a header within one says nothing about what follows it, such as an answer written below.
  for (const quote of body.querySelectorAll(quotes)) {
    if (!body.contains(quote)) continue; // it went with one around it
    const mark = body.ownerDocument.createElement('div');
    mark.textContent = '>';
    quote.replaceWith(mark);
  }
  const cut = body.querySelector(cutHere) ?? outlookHeader(body);
  if (cut) removeFrom(cut, body);
}

/** Outlook on Windows draws a line above a block of bold labels, in the language of its user. */
function outlookHeader(body: Element): Element | null {
  let looked = 0;
  for (const box of body.querySelectorAll('div[style*="border"]')) {
    if (!drawsTopBorder.test(box.getAttribute('style') ?? '')) continue;
    looked += 1;
    if (looked > mostBoxes) return null;
    if ((box.textContent ?? '').length > longestBox) continue;
    const lines = htmlToText(box).split('\n');
    if (isHeaderBlock(lines, 0)) return box;
  }
  return null;
}

function removeFrom(first: Element, body: Element): void {
  for (let node: Node | null = first; node !== null && node !== body; node = node.parentNode)
    while (node.nextSibling !== null) node.nextSibling.remove();
  first.remove();
}
