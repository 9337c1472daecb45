import type { ComponentChildren } from 'preact';

export type ChipTone = 'neutral' | 'brand' | 'warning' | 'success';

/** A short state in words; `title` explains it. */
export function Chip({
  tone = 'neutral',
  title,
  children,
}: {
  tone?: ChipTone;
  title?: string;
  children: ComponentChildren;
}) {
  return (
    <span class={`chip chip-${tone}`} title={title}>
      {children}
    </span>
  );
}
