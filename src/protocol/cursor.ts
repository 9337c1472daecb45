/** A cursor's parts. Devices give cursors back as they are; they look inside only to place live events. */
export interface Cursor {
  epoch: string;
  rev: number;
}

export function formatCursor({ epoch, rev }: Cursor): string {
  return `${epoch}.${rev}`;
}

/** Undefined for what is no cursor. */
export function parseCursor(text: string): Cursor | undefined {
  const dot = text.lastIndexOf('.');
  const rev = text.slice(dot + 1);
  return dot > 0 && /^\d{1,15}$/.test(rev) ? { epoch: text.slice(0, dot), rev: Number(rev) } : undefined;
}
