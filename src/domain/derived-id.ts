/**
 * An id that follows from two others, in this order: a device and the server make the same one without talking to each
 * other. It is a UUID of version 8, which is for ids that an application derives.
 */
export function derivedId<Id extends string>(a: string, b: string): Id {
  const other = [...hexOf(b)].reverse();
  const digits = [...hexOf(a)].map((digit, at) => {
    if (at === 12) return '8';
    const mixed = Number.parseInt(digit, 16) ^ Number.parseInt(other[at] ?? '0', 16);
    return (at === 16 ? 8 | (mixed & 3) : mixed).toString(16);
  });
  const text = digits.join('');
  const parts = [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20)];
  return parts.join('-') as Id; // the form of an id, of whatever kind the caller makes
}

function hexOf(id: string): string {
  return id.replaceAll('-', '');
}
