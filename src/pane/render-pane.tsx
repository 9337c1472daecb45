import { render } from 'preact';
import './theme/theme.css';
import { chooseLanguage, loadFirstMessages } from './messages/messages.ts';
import { loadLogging, Pane } from './pane.tsx';
import type { PaneServices } from './pane-services.ts';
import { Shell } from './shell.tsx';
import { keepFocus } from './state/keep-focus.ts';
import { PaneContext } from './state/pane-context.ts';
import { createPaneState, type PaneState } from './state/pane-state.ts';
import { followTheme } from './theme/follow-theme.ts';

const idleMs = 1500;

/**
 * Shows the pane in `root` until `signal` ends it; `root` is emptied then. The shell is there at once, its words as soon
 * as the catalogue of the language is.
 */
export function renderPane(root: HTMLElement, services: PaneServices, signal: AbortSignal): void {
  const { host, preferences, clock } = services;
  root.classList.add('interlog');
  root.classList.toggle('touch', host.can.touch);
  followTheme(root, host, signal);
  keepFocus(root, signal);
  render(<Shell />, root);
  signal.addEventListener('abort', () => render(null, root), { once: true });

  const start = async () => {
    const language = chooseLanguage(preferences.get('language'), host.language());
    const messages = await loadFirstMessages(language);
    if (signal.aborted) return;
    const state = createPaneState(services, { language, messages }, signal);
    render(
      <PaneContext.Provider value={state}>
        <Pane />
      </PaneContext.Provider>,
      root,
    );
    loadLogging(state);
    await clock.after(idleMs, signal).then(
      () => loadAhead(state),
      () => undefined, // ended: nothing to load for
    );
  };
  void start();
}

/** Loads what is shown later, so that it is there when the network is not; failing is no harm, for it is loaded again then. */
async function loadAhead(state: PaneState): Promise<void> {
  await import('./views.tsx').then(
    ({ loadViews }) => loadViews(state),
    () => undefined,
  );
}
