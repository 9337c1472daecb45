import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../components/button.tsx';
import { usePane } from '../state/pane-context.ts';
import './set-up.css';

/** A list and what is chosen of it: side by side where there is room, else one after the other with a way back. */
export function Split({
  list,
  chosen,
  heading,
  back,
  said,
  close,
}: {
  list: ComponentChildren;
  /** Undefined while nothing is chosen. */
  chosen: ComponentChildren;
  /** Of what is chosen. */
  heading: string;
  /** Names the way back to the list. */
  back: string;
  /** About the last act. */
  said: string;
  close: () => void;
}) {
  const { isWide } = usePane();
  const part = useRef<HTMLElement>(null);
  const isChosen = chosen !== undefined;
  useEffect(() => {
    if (isChosen) part.current?.focus({ preventScroll: isWide.value });
  }, [isChosen, heading]);
  return (
    <div class={isWide.value ? 'split split-wide' : 'split'}>
      {(isWide.value || !isChosen) && <div class="split-list">{list}</div>}
      <p class="hint split-said" role="status">
        {said}
      </p>
      {isChosen && (
        <section class="split-chosen" ref={part} tabIndex={-1} aria-label={heading}>
          {!isWide.value && (
            <Button kind="link" onClick={close}>
              {back}
            </Button>
          )}
          <h2 class="title">{heading}</h2>
          {chosen}
        </section>
      )}
    </div>
  );
}
