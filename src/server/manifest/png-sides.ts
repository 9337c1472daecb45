/** The sides of the image at a URL, in pixels; undefined when there is none, or it is not square. */
export type SidesOf = (url: string) => number | undefined;

const pngStart = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** The sides of a square PNG, from its first 24 bytes; undefined when it is something else. */
export function pngSides(bytes: Uint8Array): number | undefined {
  if (bytes.length < 24 || pngStart.some((byte, at) => bytes[at] !== byte)) return undefined;
  const header = new DataView(bytes.buffer, bytes.byteOffset);
  const width = header.getUint32(16);
  return width === header.getUint32(20) ? width : undefined;
}
