const focusable = 'button:not(:disabled), input:not(:disabled), select, textarea, a[href], summary, [tabindex="0"]';

/**
 * Keeps the keyboard's place in `root` until `ended`: when the control that has the focus goes away (a button that was
 * replaced by what came of it), the first control of the nearest part around it that is still there takes over, or that
 * part itself, so that Tab goes on from there.
 */
export function keepFocus(root: HTMLElement, ended: AbortSignal): void {
  let around: Element[] = [];
  root.addEventListener(
    'focusin',
    ({ target }) => {
      around = [];
      for (let at = target instanceof Element ? target : null; at && at !== root; at = at.parentElement)
        around.push(at);
    },
    { signal: ended },
  );
  const watch = new MutationObserver(() => {
    const [focused, ...parents] = around;
    const isLost = document.activeElement === document.body || document.activeElement === null;
    if (!isLost || !focused || focused.isConnected) return;
    const nearest = parents.find((parent) => parent instanceof HTMLElement && parent.isConnected);
    if (!(nearest instanceof HTMLElement)) return;
    const next = firstControlIn(nearest);
    if (!next) nearest.tabIndex = -1;
    around = [];
    (next ?? nearest).focus();
  });
  watch.observe(root, { childList: true, subtree: true });
  ended.addEventListener('abort', () => watch.disconnect(), { once: true });
}

/** The first control in a part that Tab leads to. */
export function firstControlIn(part: HTMLElement): HTMLElement | undefined {
  return [...part.querySelectorAll<HTMLElement>(focusable)].find(
    (control) => control.tabIndex >= 0 && control.checkVisibility?.() !== false,
  );
}
