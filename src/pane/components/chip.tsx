import type { ComponentChildren } from 'preact';

export type ChipTone = 'neutral' | 'brand' | 'warning' | 'success';

/** A short state in words. */
export function Chip({ tone = 'neutral', children }: { tone?: ChipTone; children: ComponentChildren }) {
  return <span class={`chip chip-${tone}`}>{children}</span>;
}
