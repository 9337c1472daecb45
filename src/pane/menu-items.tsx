import { useEffect, useRef } from 'preact/hooks';
import { useMessages, usePane } from './state/pane-context.ts';
import { usePlaces } from './use-places.ts';

/** What is in the open menu: arrows, Home and End move, Escape and a choice close it. */
export function MenuItems({ close }: { close: () => void }) {
  const { view } = usePane();
  const t = useMessages();
  const list = useRef<HTMLDivElement>(null);
  const items = () => [...(list.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
  useEffect(() => items()[0]?.focus(), []);
  const onKeyDown = (event: KeyboardEvent) => {
    const all = items();
    const at = all.findIndex((item) => item.matches(':focus'));
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (event.key === 'Escape') close();
    else if (to !== undefined) all[(to + all.length) % all.length]?.focus();
    else return;
    event.preventDefault();
  };
  return (
    <div role="menu" aria-label={t.pane.menu} ref={list} onKeyDown={onKeyDown}>
      {usePlaces().map(([key, text]) => (
        <button
          type="button"
          role="menuitem"
          tabIndex={-1}
          key={key}
          data-view={key}
          class="option"
          aria-current={view.value === key ? 'page' : undefined}
          onClick={() => {
            view.value = key;
            close();
          }}
        >
          {text}
        </button>
      ))}
    </div>
  );
}
