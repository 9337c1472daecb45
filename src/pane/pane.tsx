import { useEffect, useRef } from 'preact/hooks';
import { Banner } from './components/banner.tsx';
import { Button } from './components/button.tsx';
import { lazyPart } from './components/lazy-part.tsx';
import { Header } from './header.tsx';
import { HomeView } from './log-view/home-view.tsx';
import { useMessages, usePane } from './state/pane-context.ts';
import type { View } from './state/pane-state.ts';
import { StatusLine } from './status/status-line.tsx';
import { TroubleBanners } from './status/trouble-banners.tsx';

const ByHandView = lazyPart(async () => (await import('./by-hand/by-hand-view.tsx')).ByHandView, 7);
const PostponedView = lazyPart(async () => (await import('./by-hand/postponed-view.tsx')).PostponedView);
const DueView = lazyPart(async () => (await import('./follow-ups/due-view.tsx')).DueView);
const FindView = lazyPart(async () => (await import('./search/find-view.tsx')).FindView);
const ContactsView = lazyPart(async () => (await import('./contacts/contacts-view.tsx')).ContactsView, 8);
const ContactPage = lazyPart(async () => (await import('./contacts/contact-page.tsx')).ContactPage, 7);
const ImportView = lazyPart(async () => (await import('./contacts/import-view.tsx')).ImportView);
const MatchingView = lazyPart(async () => (await import('./contacts/matching-view.tsx')).MatchingView);
const TeamLogView = lazyPart(async () => (await import('./team-log/team-log-view.tsx')).TeamLogView, 8);
const AttentionView = lazyPart(async () => (await import('./needs-attention/attention-view.tsx')).AttentionView);
const TemplatesView = lazyPart(async () => (await import('./set-up/templates-view.tsx')).TemplatesView, 8);
const CampaignsView = lazyPart(async () => (await import('./set-up/campaigns-view.tsx')).CampaignsView, 5);
const OpenWideView = lazyPart(async () => (await import('./wide/open-wide-view.tsx')).OpenWideView);
const WideLog = lazyPart(async () => (await import('./wide/wide-log.tsx')).WideLog, 12);
const WideContacts = lazyPart(async () => (await import('./wide/wide-contacts.tsx')).WideContacts, 8);
const WidePlaces = lazyPart(async () => (await import('./wide/wide-places.tsx')).WidePlaces, 8);
const SettingsView = lazyPart(async () => (await import('./settings/settings-view.tsx')).SettingsView);

/** Loads the views ahead of need, so that they are there when the network is not. Failing is no harm: they load when shown. */
export function loadViews(): void {
  for (const part of [
    ByHandView,
    PostponedView,
    DueView,
    FindView,
    ContactsView,
    ContactPage,
    ImportView,
    MatchingView,
    TeamLogView,
    AttentionView,
    TemplatesView,
    CampaignsView,
    SettingsView,
  ])
    part.load().catch(() => undefined);
}

/** The whole pane. The open item's form stays mounted below other views, so that nothing in it is lost. */
export function Pane() {
  const { view, announcement, problem, isWide } = usePane();
  const t = useMessages();
  const main = useRef<HTMLElement>(null);
  const before = useRef<View>('home');
  const shown = view.value;
  useEffect(() => {
    if (before.current !== shown && shown !== 'search') main.current?.focus();
    before.current = shown;
  }, [shown]);
  return (
    <>
      <Header />
      <TroubleBanners />
      {problem.value && (
        <Banner
          tone="danger"
          title={t.problems[problem.value].what}
          actions={<Button onClick={() => (problem.value = undefined)}>{t.pane.close}</Button>}
        >
          {t.problems[problem.value].help}
        </Banner>
      )}
      <div class={isWide.value ? 'middle middle-wide' : 'middle'}>
        {isWide.value && <WidePlaces />}
        <main class="main" ref={main} tabIndex={-1}>
          <div hidden={shown !== 'home'}>
            <HomeView />
          </div>
          {shown === 'new' && <ByHandView />}
          {shown === 'due' && <DueView />}
          {shown === 'postponed' && <PostponedView />}
          {shown === 'search' && <FindView />}
          {isWide.value && (shown === 'contacts' || shown === 'contact') && <WideContacts />}
          {shown === 'contacts' && !isWide.value && <ContactsView />}
          {shown === 'contact' && !isWide.value && <ContactPage />}
          {shown === 'import' && <ImportView />}
          {shown === 'matching' && <MatchingView />}
          {shown === 'log' && (isWide.value ? <WideLog /> : <TeamLogView />)}
          {shown === 'templates' && <TemplatesView />}
          {shown === 'campaigns' && <CampaignsView />}
          {shown === 'wide' && <OpenWideView />}
          {shown === 'attention' && <AttentionView />}
          {shown === 'settings' && <SettingsView />}
        </main>
      </div>
      <StatusLine />
      <div class="visually-hidden" aria-live="polite">
        {announcement.value}
      </div>
    </>
  );
}
