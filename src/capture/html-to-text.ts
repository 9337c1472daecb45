/** Elements whose content is never text of a mail. */
const skipped = new Set(
  'script style head title template noscript iframe frame frameset object embed applet svg math audio video canvas select textarea button'.split(
    ' ',
  ),
);
const blocks = new Set(
  'address article aside center dd details div dl dt fieldset figcaption figure footer form header hr li main nav section summary tr caption tbody thead tfoot'.split(
    ' ',
  ),
);
/** Blocks with an empty line around them. */
const paragraphs = new Set('blockquote h1 h2 h3 h4 h5 h6 ol p pre table ul'.split(' '));

/** Most nodes that are visited: a mail with more is cut there. */
const mostNodes = 400_000;

/**
 * The readable text under `root`, which is only read: paragraphs and rows on their own lines, table cells apart by tabs,
 * list items marked, nothing that its writer hid. Works without layout and without recursion, so that any depth is fine.
 */
export function htmlToText(root: Element): string {
  const writer = new TextWriter();
  let node: Node | null = root;
  for (let visited = 0; node !== null && visited < mostNodes; visited += 1) {
    const entered = enter(node, writer);
    let next: Node | null = entered ? node.firstChild : null;
    if (next === null) {
      if (entered) leave(node, writer);
      while (node !== null && node !== root && node.nextSibling === null) {
        node = node.parentNode;
        if (node !== null) leave(node, writer);
      }
      next = node === null || node === root ? null : node.nextSibling;
    }
    node = next;
  }
  return writer.text();
}

/** Writes what stands at the start of `node`; false when its content is to be left out. */
function enter(node: Node, writer: TextWriter): boolean {
  if (node.nodeType === 3) {
    writer.write(node.nodeValue ?? '', isPreformatted(node));
    return true;
  }
  if (node.nodeType !== 1) return false;
  const element = node as Element; // nodeType 1 is an element
  const name = element.localName;
  if (skipped.has(name) || isHidden(element)) return false;
  if (name === 'br') writer.newLine();
  else if (name === 'td' || name === 'th') writer.cell();
  else writer.block(gapOf(element));
  if (name === 'tr') writer.row();
  if (name === 'li') writer.write(bullet(element), false);
  return true;
}

function leave(node: Node, writer: TextWriter): void {
  if (node.nodeType !== 1) return;
  const element = node as Element; // nodeType 1 is an element
  if (element.localName === 'td' || element.localName === 'th') writer.endCell();
  else writer.block(gapOf(element));
}

/** 0: within a line, 1: on lines of its own, 2: with an empty line around. Word writes every line as a paragraph. */
function gapOf(element: Element): 0 | 1 | 2 {
  if (paragraphs.has(element.localName))
    return /\bMsoNormal\b|\bMsoPlainText\b|\bMsoListParagraph/.test(element.className) ? 1 : 2;
  return blocks.has(element.localName) ? 1 : 0;
}

function bullet(item: Element): string {
  const list = item.parentElement;
  if (list?.localName !== 'ol') return '- ';
  let number = 1;
  for (let before = item.previousElementSibling; before && number < 1000; before = before.previousElementSibling)
    if (before.localName === 'li') number += 1;
  return `${number}. `;
}

/** Whether the writer of a mail hid the element, as newsletters hide the line that lists show below the subject. */
export function isHidden(element: Element): boolean {
  if (element.hasAttribute('hidden')) return true;
  const style = element.getAttribute('style');
  return (
    style !== null &&
    style.length < 5000 &&
    /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|font-size\s*:\s*0(?:px|pt|em|%)?\s*(?:;|!|$))/i.test(
      style,
    )
  );
}

function isPreformatted(node: Node): boolean {
  const parent = node.parentElement;
  return parent !== null && (parent.localName === 'pre' || parent.parentElement?.localName === 'pre');
}

/** Collects text as a browser lays it out: white space is one space, gaps between blocks do not add up. */
class TextWriter {
  #parts: string[] = [];
  /** Line breaks due before the next text; null at the start of all. */
  #gap: number | null = null;
  #space = false;
  #tab = false;
  #lineIsEmpty = true;
  #rowIsEmpty = true;
  #cellLines = 0;

  write(raw: string, preformatted: boolean): void {
    if (preformatted) {
      const [first = '', ...rest] = raw.replace(/\r\n?/g, '\n').split('\n');
      if (first !== '') this.#put(first);
      for (const line of rest) {
        this.newLine();
        if (line !== '') this.#put(line);
      }
      return;
    }
    const text = raw.replace(/[\s\u00a0\u200b]+/g, ' ');
    const bare = text.trim();
    if (bare === '') {
      // A paragraph of one no-break space is how Word writes an empty line.
      if (this.#lineIsEmpty && raw.includes('\u00a0')) this.newLine();
      else if (text !== '') this.#space = true;
      return;
    }
    if (text.startsWith(' ')) this.#space = true;
    this.#put(bare);
    this.#space = text.endsWith(' ');
  }

  newLine(): void {
    if (this.#gap !== null) this.#gap = Math.min(this.#gap + 1, 2);
    this.#endLine();
  }

  block(gap: 0 | 1 | 2): void {
    if (gap === 0 || this.#tab) return;
    if (this.#gap !== null) this.#gap = Math.max(this.#gap, gap);
    this.#endLine();
  }

  row(): void {
    this.#rowIsEmpty = true;
    this.#cellLines = 0;
  }

  /** A cell follows one of a single line on the same line; after a longer one it starts its own. */
  cell(): void {
    if (!this.#rowIsEmpty && this.#cellLines <= 1) {
      this.#gap = 0;
      this.#tab = true;
    }
    this.#cellLines = 0;
  }

  endCell(): void {
    this.#tab = false;
  }

  #endLine(): void {
    this.#lineIsEmpty = true;
    this.#space = false;
    this.#tab = false;
  }

  #put(text: string): void {
    if (this.#gap || this.#lineIsEmpty) this.#cellLines += 1;
    if (this.#gap) this.#parts.push('\n'.repeat(this.#gap));
    else if (this.#tab) this.#parts.push('\t');
    else if (this.#space && !this.#lineIsEmpty) this.#parts.push(' ');
    this.#parts.push(text);
    this.#gap = 0;
    this.#space = false;
    this.#tab = false;
    this.#lineIsEmpty = false;
    this.#rowIsEmpty = false;
  }

  text(): string {
    return this.#parts.join('');
  }
}
