import type { Zone } from '../../domain/time.ts';
import type { HostAdapter, HostTheme } from '../host-adapter.ts';
import { createOfficeCalls, type OfficeCalls } from './office-calls.ts';
import type { OfficeSurface } from './office-surface.ts';
import { themeOf } from './office-theme.ts';
import { watchOpenItem } from './open-item.ts';
import { createReader, type OutlookReader } from './outlook-reader.ts';
import { cameInTime } from './quirks/hanging-library.ts';
import type { Attention } from './quirks/lost-item-changed.ts';
import type { Timers } from './quirks/unanswered-call.ts';
import { unlessAborted } from './unless-aborted.ts';

export interface OutlookSources {
  /** office.js when it is ready; rejects when it can't be loaded; may never settle. */
  library: Promise<OfficeSurface>;
  /** How long it may take, in milliseconds, before the pane opens without it. */
  patience: number;
  window: Attention;
  document: Attention;
  timers: Timers;
  /** The device's zone. Outlook names zones in Windows' own way. */
  zone: Zone;
  /** The browser's language, until Outlook tells its own. */
  language: string;
  /** A new UUID. */
  newId: () => string;
}

export interface OutlookHost extends HostAdapter {
  /** Resolves when office.js is there, to true, or when it did not come in time. */
  readonly opened: Promise<boolean>;
}

/**
 * The pane's host in Outlook.
 *
 *   waiting ──► ready: office.js is there, items are read
 *      └─ patience ─► without: `unreadable` ("office.js is missing") ──► ready, when it comes after all: listeners are told
 */
export function createOutlookHost(sources: OutlookSources): OutlookHost {
  const changed = new Set<() => void>();
  const themed = new Set<(theme: HostTheme) => void>();
  const calls = createOfficeCalls(sources.timers);
  let ready: { office: OfficeSurface; reader: OutlookReader } | undefined;

  const library = sources.library.then((office) => {
    const watch = watchOpenItem(office, calls, sources);
    const reader = createReader(office, watch, { calls, zone: sources.zone, newId: sources.newId });
    ready = { office, reader };
    watch.onChanged(tell, new AbortController().signal);
    listenToTheme(office, calls, (theme) => {
      for (const listener of [...themed]) listener(theme);
    });
  });
  const inTime = cameInTime(library, sources.patience, sources.timers);
  // Who was told that there is no mail, is told when there is one after all.
  void inTime.then((came) => {
    if (!came) void library.then(tell, () => undefined);
  });

  function tell(): void {
    for (const listener of [...changed]) listener();
  }

  return {
    name: 'outlook',
    opened: inTime,
    get can() {
      // The official types know the platform as a number; it is the string.
      const platform = String(ready?.office.context.platform ?? '');
      return {
        readsBody: true,
        marksItems: true,
        opensItems: false,
        touch: platform === 'iOS' || platform === 'Android',
      };
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
