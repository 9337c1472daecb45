import type { Room } from '../../pane/pane-services.ts';

/** From this width, in CSS pixels, a list and what is chosen of it have room side by side. */
const wideFrom = 900;

/** The room of a page that is all of its window. */
export function browserRoom(): Room {
  const wide = window.matchMedia(`(min-width: ${wideFrom}px)`);
  return {
    isWide: () => wide.matches,
    onChange: (changed, signal) => wide.addEventListener('change', changed, { signal }),
  };
}
