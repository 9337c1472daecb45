import { effect } from '@preact/signals';
import { firstControlIn } from '../state/keep-focus.ts';
import type { PaneState } from '../state/pane-state.ts';
import type { PlaceId } from './texts-en.ts';

/**
 * Brings the focus to what is marked with `data-place` as this action, as soon as the page that was just opened shows it:
 * a button, or the first control of a part. What is folded is unfolded by its button, which is marked as well. Whoever
 * does something meanwhile, or goes elsewhere, is left alone.
 */
export function bringTo(id: PlaceId, pane: PaneState): void {
  const found = new AbortController();
  const over = AbortSignal.any([found.signal, pane.signal]);
  let isUnfolded = false;
  const look = () => {
    const marked = [...document.querySelectorAll<HTMLElement>(`[data-place~="${id}"]`)];
    // What a button unfolds comes after it.
    const named = marked.findLast((one) => !one.closest('[hidden]'));
    if (!named) return;
    if (named.getAttribute('aria-expanded') === 'false') {
      if (!isUnfolded) named.click();
      isUnfolded = true;
      return;
    }
    found.abort();
    const control = named.matches('button, [tabindex]') ? named : firstControlIn(named);
    if (!control) named.tabIndex = -1;
    (control ?? named).focus();
    named.scrollIntoView?.({ block: 'nearest' }); // jsdom has none
  };
  const watch = new MutationObserver(look);
  const opened = pane.view.peek();
  const unfollow = effect(() => {
    if (pane.view.value !== opened) found.abort();
  });
  over.addEventListener('abort', () => {
    watch.disconnect();
    unfollow();
  });
  for (const begun of ['keydown', 'pointerdown'])
    document.addEventListener(begun, () => found.abort(), { capture: true, signal: over });
  watch.observe(document.body, { childList: true, subtree: true, attributeFilter: ['aria-expanded', 'hidden'] });
}
