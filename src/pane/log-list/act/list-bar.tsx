import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * A bar that lies over the end of the list. The row that has the focus is kept clear of it: when the bar comes or grows,
 * and while the focus moves below it (WCAG 2.4.11). Rows are told its height as a margin of theirs: as a padding of what
 * scrolls, it would move the list for a focus in the bar itself.
 */
export function ListBar({ label, children }: { label: string; children: ComponentChildren }) {
  const bar = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const shown = bar.current;
    const scroller = shown?.closest<HTMLElement>('.main');
    if (!shown || !scroller || !('ResizeObserver' in window)) return; // jsdom lays nothing out
    const sizes = new ResizeObserver(() => {
      scroller.style.setProperty('--list-bar', `${shown.offsetHeight}px`);
      const focused = document.activeElement;
      if (focused instanceof HTMLTableRowElement) focused.scrollIntoView({ block: 'nearest' });
    });
    sizes.observe(shown);
    return () => {
      sizes.disconnect();
      scroller.style.removeProperty('--list-bar');
    };
  }, []);
  return (
    <section class="selection" aria-label={label} ref={bar}>
      {children}
    </section>
  );
}
