/** Web addresses as people write them into a text; what ends a sentence is no part of them. */
const address = /\bhttps?:\/\/[^\s<>"'\u00ab\u00bb\u2018-\u201f]+/giu;
const sentenceEnd = /[.,;:!?)\]}]+$/u;

/**
 * A text whose web addresses are links that say where they lead: only http and https, written out as they stand, opened
 * beside the pane, which they are told nothing of. All else stays text.
 */
export function LinkedText({ text }: { text: string }) {
  return <>{partsOf(text).map(({ part, href }, at) => (href ? <Out key={at} href={href} text={part} /> : part))}</>;
}

function Out({ href, text }: { href: string; text: string }) {
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {text}
    </a>
  );
}

/** The parts of a text in their order; those that are web addresses with where they lead. */
export function partsOf(text: string): { part: string; href?: string }[] {
  const parts: { part: string; href?: string }[] = [];
  let at = 0;
  for (const { 0: found, index } of text.matchAll(address)) {
    const written = withoutEnd(found);
    const url = URL.canParse(written) ? new URL(written) : undefined;
    // A name before the host makes it read as another one.
    if (url === undefined || url.username !== '' || url.password !== '' || url.hostname === '') continue;
    if (index > at) parts.push({ part: text.slice(at, index) });
    parts.push({ part: written, href: url.href });
    at = index + written.length;
  }
  if (at < text.length) parts.push({ part: text.slice(at) });
  return parts;
}

/** A bracket that was opened in the address closes in it. */
function withoutEnd(found: string): string {
  const cut = found.replace(sentenceEnd, '');
  return cut.includes('(') && found.charAt(cut.length) === ')' ? `${cut})` : cut;
}
