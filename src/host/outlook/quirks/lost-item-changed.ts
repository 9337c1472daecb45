/** Where the page learns that somebody looks at it again. */
export interface Attention {
  addEventListener(type: string, listener: () => void, options: { signal: AbortSignal }): void;
}

/**
 * ItemChanged gets lost: when one moves on to a mail with a draft in line, on the Mac while the pane is not pinned, and
 * in some builds altogether. Whoever uses the pane has to come back to it first, so the open item is looked at again
 * whenever the window is focused or shown.
 */
export function onAttention(window: Attention, document: Attention, look: () => void, signal: AbortSignal): void {
  window.addEventListener('focus', look, { signal });
  window.addEventListener('pageshow', look, { signal });
  document.addEventListener('visibilitychange', look, { signal });
}
