import { lazyPart } from './components/lazy-part.tsx';
import { MenuItems } from './header.tsx';
import { LoggedByOthers, OutcomePart } from './log-view/action-area.tsx';
import { forgetGonePicks } from './log-view/forget-gone-picks.ts';
import { FollowUpFields, MoreFields, StoresField } from './log-view/form-fields.tsx';
import { ContactSearch, PeopleHistory } from './log-view/subject-view.tsx';
import { usePane } from './state/pane-context.ts';
import type { PaneState } from './state/pane-state.ts';

const ByHandView = lazyPart(async () => (await import('./by-hand/by-hand-view.tsx')).ByHandView, 7);
const PostponedView = lazyPart(async () => (await import('./by-hand/postponed-view.tsx')).PostponedView);
const DueView = lazyPart(async () => (await import('./follow-ups/due-view.tsx')).DueView);
const FindView = lazyPart(async () => (await import('./search/find-view.tsx')).FindView);
const ContactsView = lazyPart(async () => (await import('./contacts/contacts-view.tsx')).ContactsView, 8);
const ContactPage = lazyPart(async () => (await import('./contacts/contact-page.tsx')).ContactPage, 7);
const ImportView = lazyPart(async () => (await import('./contacts/import-view.tsx')).ImportView);
const MatchingView = lazyPart(async () => (await import('./contacts/matching-view.tsx')).MatchingView);
const LogListView = lazyPart(async () => (await import('./log-list/log-list-view.tsx')).LogListView, 8);
const EntryPage = lazyPart(async () => (await import('./entry-page/entry-page.tsx')).EntryPage, 6);
const SummaryView = lazyPart(async () => (await import('./summary/summary-view.tsx')).SummaryView, 8);
const ColdView = lazyPart(async () => (await import('./summary/cold-view.tsx')).ColdView, 8);
const CleanUpView = lazyPart(async () => (await import('./clean-up/clean-up-view.tsx')).CleanUpView, 6);
const AttentionView = lazyPart(async () => (await import('./needs-attention/attention-view.tsx')).AttentionView);
const TemplatesView = lazyPart(async () => (await import('./set-up/templates-view.tsx')).TemplatesView, 8);
const CampaignsView = lazyPart(async () => (await import('./set-up/campaigns-view.tsx')).CampaignsView, 5);
const SalespeopleView = lazyPart(async () => (await import('./salespeople/salespeople-view.tsx')).SalespeopleView, 5);
const OpenWideView = lazyPart(async () => (await import('./wide/open-wide-view.tsx')).OpenWideView);
const WideContacts = lazyPart(async () => (await import('./wide/wide-contacts.tsx')).WideContacts, 8);
const SettingsView = lazyPart(async () => (await import('./settings/settings-view.tsx')).SettingsView);

/**
 * Loads what is shown later ahead of need, so that it is there when the network is not, and tidies up what the device
 * remembers. Failing is no harm: it is done again when it is shown, or the next time.
 */
export function loadViews(pane: PaneState): void {
  const parts = [
    ...[FindView, LogListView, AttentionView, SettingsView, MenuItems],
    ...[ByHandView, PostponedView, DueView, ContactsView, ContactPage, ImportView, MatchingView],
    ...[TemplatesView, CampaignsView, SalespeopleView, EntryPage, SummaryView, ColdView, CleanUpView],
    ...[ContactSearch, PeopleHistory, LoggedByOthers, OutcomePart, MoreFields, StoresField, FollowUpFields],
  ];
  const loads = [
    ...parts.map((part) => part.load()),
    pane.loadTexts(),
    import('./log-view/payload-preview.tsx'),
    import('./history/entry-details.tsx'),
    import('./directory/create-shelf.ts'),
    import('../capture/mail-text.ts'),
    forgetGonePicks(pane.services, pane.signal),
  ];
  for (const load of loads) load.catch(() => undefined);
}

/** What is shown instead of the open item. */
export function Views() {
  const { view, isWide, backTo } = usePane();
  const shown = view.value;
  // From an entry, and from logging one again, one comes back to one's place in the list.
  const keepsLog = shown === 'log' || ((shown === 'entry' || shown === 'new') && backTo.value === 'log');
  return (
    <>
      {shown === 'new' && <ByHandView />}
      {shown === 'due' && <DueView />}
      {shown === 'postponed' && <PostponedView />}
      {shown === 'search' && <FindView />}
      {isWide.value && (shown === 'contacts' || shown === 'contact') && <WideContacts />}
      {shown === 'contacts' && !isWide.value && <ContactsView />}
      {shown === 'contact' && !isWide.value && <ContactPage />}
      {shown === 'import' && <ImportView />}
      {shown === 'matching' && <MatchingView />}
      {keepsLog && (
        <div class={isWide.value ? 'view-wide' : ''} hidden={shown !== 'log'}>
          <LogListView />
        </div>
      )}
      {shown === 'entry' && <EntryPage />}
      {shown === 'summary' && <SummaryView />}
      {shown === 'cold' && <ColdView />}
      {shown === 'clean-up' && <CleanUpView />}
      {shown === 'templates' && <TemplatesView />}
      {shown === 'campaigns' && <CampaignsView />}
      {shown === 'salespeople' && <SalespeopleView />}
      {shown === 'wide' && <OpenWideView />}
      {shown === 'attention' && <AttentionView />}
      {shown === 'settings' && <SettingsView />}
    </>
  );
}
