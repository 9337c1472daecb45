import { render } from 'preact';
import type { SignInServices } from './sign-in-services.ts';

/** Shows the sign-in page in `root` until `signal` ends it. `root` is emptied then. */
export function renderSignIn(root: HTMLElement, services: SignInServices, signal: AbortSignal): void {
  render(<p>{services.server}</p>, root);
  signal.addEventListener('abort', () => render(null, root), { once: true });
}
