import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { LastDone } from '../state/last-done.ts';

/**
 * Says what was done last, with the way to undo it. Where the pointer or the keyboard has gone to it, it stays, and its
 * time begins again when they leave.
 */
export function UndoLine({ last, children }: { last: Pick<LastDone<unknown>, 'hold'>; children: ComponentChildren }) {
  const [isHeld, setHeld] = useState(false);
  useEffect(() => (isHeld ? last.hold() : undefined), [last, isHeld]);
  const hold = () => setHeld(true);
  const release = () => setHeld(false);
  return (
    <div class="done-act" onPointerEnter={hold} onPointerLeave={release} onFocusIn={hold} onFocusOut={release}>
      {children}
    </div>
  );
}
