import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { LastDone } from '../state/last-done.ts';

/**
 * Says what was done last, with the way to undo it. Where the pointer or the keyboard has gone to it, it stays, and its
 * time begins again when they leave.
 */
export function UndoLine({ last, children }: { last: Pick<LastDone<unknown>, 'hold'>; children: ComponentChildren }) {
  const [isPointedAt, setPointedAt] = useState(false);
  const [hasFocus, setFocus] = useState(false);
  const isHeld = isPointedAt || hasFocus;
  useEffect(() => (isHeld ? last.hold() : undefined), [last, isHeld]);
  return (
    <div
      class="done-act"
      onPointerEnter={() => setPointedAt(true)}
      onPointerLeave={() => setPointedAt(false)}
      onFocusIn={() => setFocus(true)}
      onFocusOut={() => setFocus(false)}
    >
      {children}
    </div>
  );
}
