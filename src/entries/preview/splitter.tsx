import type { Signal } from '@preact/signals';

const narrowestPane = 300;
const widestPane = 640;
const step = 20;

/** Changes the pane's width by dragging or with the arrow keys. */
export function Splitter({ width, label }: { width: Signal<number>; label: string }) {
  const resize = (to: number) => {
    width.value = Math.round(Math.min(Math.max(to, narrowestPane), widestPane));
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a separator that can be moved is no <hr>
    <div
      class="mb-splitter"
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={width.value}
      aria-valuemin={narrowestPane}
      aria-valuemax={widestPane}
      tabIndex={0}
      onKeyDown={(event) => {
        const by = { ArrowLeft: step, ArrowRight: -step }[event.key];
        if (by === undefined) return;
        event.preventDefault();
        resize(width.value + by);
      }}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) resize(window.innerWidth - event.clientX);
      }}
    />
  );
}
