import { render } from 'preact';
import type { PaneServices } from './pane-services.ts';

/** Shows the pane in `root` until `signal` ends it. `root` is emptied then. */
export function renderPane(root: HTMLElement, services: PaneServices, signal: AbortSignal): void {
  render(<p>{services.device.account.name}</p>, root);
  signal.addEventListener('abort', () => render(null, root), { once: true });
}
