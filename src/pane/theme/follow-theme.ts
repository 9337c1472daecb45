import type { HostAdapter, HostTheme } from '../../host/host-adapter.ts';

/** Gives `root` the host's scheme, and its colours where it has any, until `ended`. */
export function followTheme(
  root: HTMLElement,
  host: Pick<HostAdapter, 'theme' | 'onThemeChanged'>,
  ended: AbortSignal,
): void {
  const apply = ({ scheme, background, foreground }: HostTheme) => {
    root.dataset.scheme = scheme;
    set(root, '--host-background', background);
    set(root, '--host-foreground', foreground);
  };
  apply(host.theme());
  host.onThemeChanged(apply, ended);
}

function set(root: HTMLElement, name: string, value: string | undefined): void {
  if (value === undefined) root.style.removeProperty(name);
  else root.style.setProperty(name, value);
}
