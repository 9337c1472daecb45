import type { Zone } from '../../domain/time.ts';
import type { HostAdapter, HostTheme } from '../host-adapter.ts';
import type { NotesKeeper } from './item-notes.ts';
import { createOfficeCalls, type OfficeCalls } from './office-calls.ts';
import type { OfficeSurface } from './office-surface.ts';
import { themeOf } from './office-theme.ts';
import type { OpenAgain } from './open-again.ts';
import { type OpenItemWatch, watchOpenItem } from './open-item.ts';
import { createReader, type OutlookReader } from './outlook-reader.ts';
import { cameInTime } from './quirks/hanging-library.ts';
import type { Attention } from './quirks/lost-item-changed.ts';
import type { Timers } from './quirks/unanswered-call.ts';
import { usableItemId } from './quirks/unusable-item-id.ts';
import { unlessAborted } from './unless-aborted.ts';

export interface OutlookSources {
  /** office.js when it is ready; rejects when it can't be loaded; may never settle. */
  library: Promise<OfficeSurface>;
  /** Resolves when the pane has waited for it long enough, and opens without it. */
  outOfPatience: Promise<void>;
  window: Attention;
  document: Attention;
  timers: Timers;
  /** The device's zone. Outlook names zones in Windows' own way. */
  zone: Zone;
  /** The browser's language, until Outlook tells its own. */
  language: string;
  /** A new UUID. */
  newId: () => string;
  /** Where it is noted by what a logged item can be opened again. */
  notes: NotesKeeper;
}

export interface OutlookHost extends HostAdapter {
  /** Resolves when office.js is there, to true, or when it did not come in time. */
  readonly opened: Promise<boolean>;
}

/**
 * The pane's host in Outlook.
 *
 *   waiting ──► ready: office.js is there, items are read
 *      └─ out of patience ─► without: `unreadable` ("office.js is missing") ──► ready, when it comes after all: listeners are told
 */
export function createOutlookHost(sources: OutlookSources): OutlookHost {
  const changed = new Set<() => void>();
  const themed = new Set<(theme: HostTheme) => void>();
  const calls = createOfficeCalls(sources.timers);
  let ready: { office: OfficeSurface; reader: OutlookReader; watch: OpenItemWatch } | undefined;

  const library = sources.library.then((office) => {
    const watch = watchOpenItem(office, calls, sources);
    const reader = createReader(office, watch, { calls, zone: sources.zone, newId: sources.newId });
    ready = { office, reader, watch };
    watch.onChanged(tell, new AbortController().signal);
    listenToTheme(office, calls, (theme) => {
      for (const listener of [...themed]) listener(theme);
    });
  });
  const inTime = cameInTime(library, sources.outOfPatience);
  // Who was told that there is no mail, is told when there is one after all.
  void inTime.then((came) => {
    if (!came) void library.then(tell, () => undefined);
  });

  function tell(): void {
    for (const listener of [...changed]) listener();
  }

  function isPhone(): boolean {
    // The official types know the platform as a number; it is the string.
    const platform = String(ready?.office.context.platform ?? '');
    return platform === 'iOS' || platform === 'Android';
  }
  async function again(): Promise<OpenAgain> {
    const { openAgain } = await import('./open-again.ts');
    return openAgain(isPhone() ? undefined : ready?.office.context.mailbox, calls, sources.notes);
  }

  return {
    name: 'outlook',
    opened: inTime,
    get can() {
      return { readsBody: true, marksItems: true, opensItems: !isPhone(), touch: isPhone() };
    },
    async current(signal) {
      await unlessAborted(inTime, signal);
      while (ready) {
        const open = await unlessAborted(ready.reader.open(), signal);
        if (open) return open;
      }
      return { state: 'unreadable', reason: 'office.js is missing' };
    },
    async body(identity, signal) {
      return ready && unlessAborted(ready.reader.body(identity), signal);
    },
    onItemChanged(callback, signal) {
      subscribe(changed, () => callback(), signal);
    },
    account() {
      const profile = ready?.office.context.mailbox?.userProfile;
      return { name: profile?.displayName ?? '', address: profile?.emailAddress ?? '', zone: sources.zone };
    },
    theme: () => themeOf(ready?.office.context.officeTheme),
    onThemeChanged(callback, signal) {
      // One function may be subscribed twice: each subscription is one of its own.
      subscribe(themed, (theme) => callback(theme), signal);
    },
    language: () => ready?.office.context.displayLanguage || sources.language,
    async readMark(identity, signal) {
      return ready && unlessAborted(ready.reader.mark(identity), signal);
    },
    async saveMark(identity, mark, signal) {
      return ready ? unlessAborted(ready.reader.saveMark(identity, mark), signal) : false;
    },
    async noteItem(identity, keys) {
      const opening = ready?.watch.now();
      const itemId = opening?.identity === identity && usableItemId(opening.item.itemId);
      if (itemId) (await again()).note({ keys: [...keys], itemId, form: opening.item.itemType });
    },
    knowsItem: async (keys) => (await again()).knows(keys),
    openItem: async (keys, signal) => unlessAborted((await again()).open(keys), signal),
  };
}

function subscribe<L>(listeners: Set<L>, listener: L, signal: AbortSignal): void {
  if (signal.aborted) return;
  listeners.add(listener);
  signal.addEventListener('abort', () => listeners.delete(listener), { once: true });
}

/** Registered once and kept: taking one handler off takes off all of its kind. Clients before Mailbox 1.14 have none. */
function listenToTheme(office: OfficeSurface, calls: OfficeCalls, changed: (theme: HostTheme) => void): void {
  const event = office.EventType.OfficeThemeChanged;
  const { mailbox } = office.context;
  if (event === undefined || !mailbox) return;
  void calls.run('listen', (callback) =>
    mailbox.addHandlerAsync(event, ({ officeTheme }) => changed(themeOf(officeTheme)), callback),
  );
}
