import { effect, type ReadonlySignal } from '@preact/signals';
import { render } from 'preact';
import { createHome } from './log-view/home.ts';
import { chooseLanguage, loadFirstMessages } from './messages/messages.ts';
import { loadLogging, Pane } from './pane.tsx';
import type { PaneServices } from './pane-services.ts';
import { showShell } from './shell.tsx';
import { keepFocus } from './state/keep-focus.ts';
import { PaneContext } from './state/pane-context.ts';
import { createPaneState, type PaneState } from './state/pane-state.ts';
import { followTheme } from './theme/follow-theme.ts';

const idleMs = 1500;
/** So long the shell stands while what is open is being read: a form that comes at once comes whole. */
const patienceMs = 200;

/**
 * Shows the pane in `root` until `signal` ends it; `root` is emptied then. The shell is there at once, its words as soon
 * as the catalogue of the language is. Resolves when what is open is shown, or is long in coming: what can wait until the
 * person sees something to work with need not wait longer.
 */
export async function renderPane(root: HTMLElement, services: PaneServices, signal: AbortSignal): Promise<void> {
  const { host, preferences, clock } = services;
  root.classList.toggle('touch', host.can.touch);
  followTheme(root, host, signal);
  keepFocus(root, signal);
  showShell(root);
  signal.addEventListener('abort', () => render(null, root), { once: true });

  const language = chooseLanguage(preferences.get('language'), host.language());
  const messages = await loadFirstMessages(language);
  if (signal.aborted) return;
  const state = createPaneState(services, { language, messages }, signal);
  const home = createHome(state);
  await inTime(home.isKnown, patienceMs, state);
  if (signal.aborted) return;
  render(
    <PaneContext.Provider value={state}>
      <Pane home={home} />
    </PaneContext.Provider>,
    root,
  );
  void followAddress(state);
  await inTime(home.isKnown, idleMs, state);
  loadLogging(state);
  void clock.after(idleMs, signal).then(
    () => loadAhead(state),
    () => undefined, // ended: nothing to load for
  );
}

/** A page whose address can't be followed says nothing of it: what its parts are loaded from is gone, and they tell. */
async function followAddress(state: PaneState): Promise<void> {
  const { address } = state.services;
  if (!address) return;
  const opensWith = state.view.peek();
  await import('./wide/follow-address.ts').then(
    (part) => part.followAddress(state, address, opensWith, state.signal),
    () => undefined,
  );
}

/** Resolves when `isSo`, after `ms`, or with the pane. */
async function inTime(isSo: ReadonlySignal<boolean>, ms: number, { services, signal }: PaneState): Promise<void> {
  if (isSo.value) return;
  const waiting = new AbortController();
  const stop = effect(() => {
    if (isSo.value) waiting.abort();
  });
  // Only a signal ends it early, which is what is waited for.
  await services.clock.after(ms, AbortSignal.any([waiting.signal, signal])).catch(() => undefined);
  stop();
}

/** Loads what is shown later, so that it is there when the network is not; failing is no harm, for it is loaded again then. */
async function loadAhead(state: PaneState): Promise<void> {
  await import('./views.tsx').then(
    ({ loadViews }) => loadViews(state),
    () => undefined,
  );
}
