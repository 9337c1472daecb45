import type { ComponentChildren } from 'preact';
import { InfoIcon, WarningIcon } from '../icons/icons.tsx';

/** What a person must know before going on: what happened, what is safe, what to do. */
export function Banner({
  tone,
  title,
  children,
  actions,
}: {
  tone: 'info' | 'warning' | 'danger';
  title: string;
  children?: ComponentChildren;
  actions?: ComponentChildren;
}) {
  return (
    <div class={`banner banner-${tone}`} role={tone === 'info' ? 'note' : 'alert'}>
      {tone === 'info' ? <InfoIcon /> : <WarningIcon />}
      <div class="banner-text">
        <strong>{title}</strong>
        {children && <p>{children}</p>}
        {actions && <div class="actions">{actions}</div>}
      </div>
    </div>
  );
}
