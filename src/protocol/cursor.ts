/** A cursor's parts. Devices give cursors back as they are; they look inside only to place live events. */
export interface Cursor {
  /** The life of the tenant's log, and after a `~` the run of the server that gave the cursor. */
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

export function epochOfRun(life: string, run: string): string {
  return `${life}~${run}`;
}

/**
 * What of an epoch tells logs apart. Another run of the server is no reason to start again: whether cursors of an
 * earlier run still count is for the server to say (410).
 */
export function lifeOf(epoch: string): string {
  const end = epoch.indexOf('~');
  return end === -1 ? epoch : epoch.slice(0, end);
}
