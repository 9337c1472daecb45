import { useLayoutEffect, useRef } from 'preact/hooks';
import { lazyPart } from './components/lazy-part.tsx';
import { Header } from './header.tsx';
import { LoggedByOthers, OutcomePart } from './log-view/action-area.tsx';
import { MoreFields, StoresField } from './log-view/form-fields.tsx';
import { HomeView } from './log-view/home-view.tsx';
import { ContactSearch, PeopleHistory } from './log-view/subject-view.tsx';
import { usePane } from './state/pane-context.ts';
import type { PaneState, View } from './state/pane-state.ts';
import { isTrouble } from './status/is-trouble.ts';
import { StatusLine } from './status/status-line.tsx';

const FindView = lazyPart(async () => (await import('./search/find-view.tsx')).FindView);
const TeamLogView = lazyPart(async () => (await import('./team-log/team-log-view.tsx')).TeamLogView, 8);
const AttentionView = lazyPart(async () => (await import('./needs-attention/attention-view.tsx')).AttentionView);
const TroubleBanners = lazyPart(async () => (await import('./status/trouble-banners.tsx')).TroubleBanners, 0);
const ProblemBanner = lazyPart(async () => (await import('./status/problem-banner.tsx')).ProblemBanner, 0);
const SettingsView = lazyPart(async () => (await import('./settings/settings-view.tsx')).SettingsView);

/** Loads what a click on Log needs, right after the form: from then on it works without the network. */
export function loadLogging(pane: PaneState): void {
  const loads = [import('./log-view/log-it.ts'), pane.loadTexts(), OutcomePart.load(), ProblemBanner.load()];
  for (const load of loads) load.catch(() => undefined);
}

/**
 * Loads what is shown later ahead of need, so that it is there when the network is not. Failing is no harm: it is loaded
 * again when it is shown.
 */
export function loadViews(pane: PaneState): void {
  const parts = [
    ...[FindView, TeamLogView, AttentionView, SettingsView, TroubleBanners, ProblemBanner],
    ...[ContactSearch, PeopleHistory, LoggedByOthers, OutcomePart, MoreFields, StoresField],
  ];
  const loads = [
    ...parts.map((part) => part.load()),
    pane.loadTexts(),
    import('./log-view/payload-preview.tsx'),
    import('./history/entry-details.tsx'),
    import('./search/contact-index.ts'),
    import('../capture/mail-text.ts'),
  ];
  for (const load of loads) load.catch(() => undefined);
}

/** The whole pane. The open item's form stays mounted below other views, so that nothing in it is lost. */
export function Pane() {
  const { view, announcement, problem, services, sync } = usePane();
  const main = useRef<HTMLElement>(null);
  const before = useRef<View>('home');
  const shown = view.value;
  useLayoutEffect(() => {
    if (before.current !== shown && shown !== 'search') main.current?.focus();
    before.current = shown;
  }, [shown]);
  return (
    <>
      <Header />
      {isTrouble(services.device.store, sync.value) && <TroubleBanners />}
      {problem.value && <ProblemBanner />}
      <main class="main" ref={main} tabIndex={-1}>
        <div hidden={shown !== 'home'}>
          <HomeView />
        </div>
        {shown === 'search' && <FindView />}
        {shown === 'log' && <TeamLogView />}
        {shown === 'attention' && <AttentionView />}
        {shown === 'settings' && <SettingsView />}
      </main>
      <StatusLine />
      <div class="visually-hidden" aria-live="polite">
        {announcement.value}
      </div>
    </>
  );
}
