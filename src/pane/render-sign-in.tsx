import { render } from 'preact';
import { chooseLanguage, loadMessages } from './messages/messages.ts';
import { showShell } from './shell.tsx';
import { SignIn } from './sign-in.tsx';
import type { SignInServices } from './sign-in-services.ts';

/** Shows the sign-in page in `root` until `signal` ends it; `root` is emptied then. */
export function renderSignIn(root: HTMLElement, services: SignInServices, signal: AbortSignal): void {
  showShell(root);
  signal.addEventListener('abort', () => render(null, root), { once: true });
  const language = chooseLanguage(undefined, services.language);
  void loadMessages(language).then((messages) => {
    if (!signal.aborted) render(<SignIn services={services} first={{ language, messages }} />, root);
  });
}
