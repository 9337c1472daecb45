import { useLayoutEffect, useRef } from 'preact/hooks';
import { lazyPart } from './components/lazy-part.tsx';
import { Header } from './header.tsx';
import { OutcomePart } from './log-view/action-area.tsx';
import type { Home } from './log-view/home.ts';
import { HomeView } from './log-view/home-view.tsx';
import { usePane } from './state/pane-context.ts';
import type { PaneState, View } from './state/pane-state.ts';
import { isTrouble } from './status/is-trouble.ts';
import { StatusLine } from './status/status-line.tsx';

const WidePlaces = lazyPart(async () => (await import('./wide/wide-places.tsx')).WidePlaces, 8);
const TroubleBanners = lazyPart(async () => (await import('./status/trouble-banners.tsx')).TroubleBanners, 0);
const ProblemBanner = lazyPart(async () => (await import('./status/problem-banner.tsx')).ProblemBanner, 0);
const Views = lazyPart(async () => (await import('./views.tsx')).Views, 8);

/**
 * Loads what a click on Log needs and what must be said of it, right after the form: from then on it works without the
 * network.
 */
export function loadLogging(pane: PaneState): void {
  const parts = [OutcomePart, ProblemBanner, TroubleBanners];
  const loads = [import('./log-view/log-it.ts'), pane.loadTexts(), ...parts.map((part) => part.load())];
  for (const load of loads) load.catch(() => undefined);
}

/** The whole pane. The open item's form stays mounted below other views, so that nothing in it is lost. */
export function Pane({ home }: { home: Home }) {
  const { view, announcement, problem, services, sync, isWide } = usePane();
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
      <div class={isWide.value ? 'middle middle-wide' : 'middle'}>
        {isWide.value && <WidePlaces />}
        <main class="main" ref={main} tabIndex={-1}>
          <div hidden={shown !== 'home'}>
            <HomeView home={home} />
          </div>
          {shown !== 'home' && <Views />}
        </main>
      </div>
      <StatusLine />
      <div class="visually-hidden" aria-live="polite">
        {announcement.value}
      </div>
    </>
  );
}
