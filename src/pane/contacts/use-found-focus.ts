import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

/** When `shown` changes and what had the focus went away with it, the focus goes to `around`, so that keys go on from there. */
export function useFoundFocus(around: RefObject<HTMLElement | null>, shown: string): void {
  useEffect(() => {
    if (document.activeElement === document.body) around.current?.focus();
  }, [around, shown]);
}
