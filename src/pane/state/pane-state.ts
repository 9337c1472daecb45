import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { EntryId } from '../../domain/ids.ts';
import type { LogFilter } from '../../domain/log-filter.ts';
import type { ProblemCode } from '../../domain/problem-code.ts';
import { type Day, dayIn, instantOf } from '../../domain/time.ts';
import type { Setup } from '../../store/local-store.ts';
import type { SyncState } from '../../sync/device.ts';
import { type ByHand, createByHand } from '../by-hand/by-hand.ts';
import { type ContactPlace, createContactPlace } from '../contacts/contact-place.ts';
import type { UnusablePart } from '../log-list/filter/filter-query.ts';
import { createFormat, type Format } from '../messages/format.ts';
import { type FirstMessages, loadMessages, type Messages, type PaneLanguage } from '../messages/messages.ts';
import type { PaneServices } from '../pane-services.ts';
import { createWayBack } from './way-back.ts';

/** What the pane shows below its header. */
export type View =
  | 'home'
  | 'new'
  | 'due'
  | 'postponed'
  | 'search'
  | 'contacts'
  | 'contact'
  | 'import'
  | 'matching'
  | 'log'
  | 'entry'
  | 'summary'
  | 'cold'
  | 'clean-up'
  | 'attention'
  | 'templates'
  | 'campaigns'
  | 'salespeople'
  | 'wide'
  | 'settings';

/** The parts of the set-up of templates. */
export type TemplatesPart = 'templates' | 'groups' | 'automatic' | 'statistics' | 'file';

/** What every part of one mounted pane shares. Nothing here outlives `signal`. */
export interface PaneState {
  readonly services: PaneServices;
  readonly signal: AbortSignal;
  readonly firstMessages: ReadonlySignal<FirstMessages>;
  /** All texts. There from when `loadTexts` has resolved; reading them sooner is a fault. */
  readonly messages: ReadonlySignal<Messages>;
  readonly hasTexts: ReadonlySignal<boolean>;
  loadTexts(): Promise<void>;
  readonly language: ReadonlySignal<PaneLanguage>;
  readonly format: ReadonlySignal<Format>;
  /** Milliseconds by the server's clock as far as it is known; moves on every half minute, so that `2 minutes ago` stays true. */
  readonly now: ReadonlySignal<number>;
  readonly today: ReadonlySignal<Day>;
  readonly sync: ReadonlySignal<SyncState>;
  /** Undefined until it was read from the device. */
  readonly setup: ReadonlySignal<Setup | undefined>;
  readonly view: Signal<View>;
  /** A list and what is chosen of it stand side by side. */
  readonly isWide: ReadonlySignal<boolean>;
  /** What is being logged by hand, beside the open item. */
  readonly byHand: ByHand;
  /** The contact that the contact page shows. */
  readonly contactPlace: Signal<ContactPlace>;
  /** The entry that the entry page shows. */
  readonly entryPlace: Signal<EntryId | undefined>;
  /** Opens the page of an entry. */
  openEntry(id: EntryId): void;
  /** What the search looks for, kept for who comes back to it. */
  readonly searchText: Signal<string>;
  /** What the log shows, `{}` for all of it. */
  readonly logFilter: Signal<LogFilter>;
  /** What the page's address held that nothing can be filtered by, until something else is shown. */
  readonly unusableParts: Signal<readonly UnusablePart[]>;
  /** Opens the log, showing what passes the filter. */
  openLog(filter: LogFilter): void;
  /** Of what the summary is made, its period among it; undefined: as it is at first. */
  readonly summaryFilter: Signal<LogFilter | undefined>;
  /** Opens the summary of what passes the filter. */
  openSummary(filter: LogFilter | undefined): void;
  /** One step back to what was shown before, as it was left; without any to the open item. */
  back(): void;
  /** The view that one step back leads to. */
  readonly backTo: ReadonlySignal<View>;
  /** Which part of the set-up of templates is shown. */
  readonly templatesPart: Signal<TemplatesPart>;
  /** Why the last act on an entry or in a view did not work; shown until the next one. */
  readonly problem: Signal<ProblemCode | undefined>;
  /** What a screen reader says next. */
  readonly announcement: ReadonlySignal<string>;
  announce(text: string): void;
  setLanguage(language: PaneLanguage): Promise<void>;
}

const tick = 30_000;

/** Makes the state and keeps it current until `ended`. `first` is the part of the catalogue that is shown first. */
export function createPaneState(
  services: PaneServices,
  first: { language: PaneLanguage; messages: FirstMessages },
  ended: AbortSignal,
): PaneState {
  const { host, device, clock, preferences, room } = services;
  const { zone } = host.account();
  const shown = signal<{ language: PaneLanguage; messages: FirstMessages; all?: Messages }>(first);
  const own = signal(clock.now());
  const sync = signal(device.state());
  const now = computed(() => own.value + sync.value.clockOff);
  const setup = signal<Setup | undefined>(undefined);
  const announcement = signal('');
  const language = computed(() => shown.value.language);
  const entryPlace: PaneState['entryPlace'] = signal(undefined);
  const logFilter = signal<LogFilter>({});
  const summaryFilter = signal<LogFilter | undefined>(undefined);

  const searchText = signal('');
  const contactPlace = createContactPlace();

  const isWide = signal(room?.isWide() ?? false);
  const start = () => (isWide.value ? 'log' : 'home');
  const view = signal<View>(start());
  const places = { view, entryPlace, contactPlace, logFilter, summaryFilter, searchText };
  room?.onChange(() => {
    isWide.value = room.isWide();
  }, ended);
  device.onState((state) => {
    sync.value = state;
  }, ended);
  device.store.watch(
    (reader) => reader.setup(),
    (value) => {
      setup.value = value;
    },
    ended,
  );
  void keepTime(clock, ended, (ms) => {
    own.value = ms;
  });
  const stopLang = effect(() => {
    document.documentElement.lang = language.value;
  });
  ended.addEventListener('abort', stopLang, { once: true });

  return {
    services,
    signal: ended,
    firstMessages: computed(() => shown.value.messages),
    messages: computed(() => {
      if (!shown.value.all) throw new Error('The texts of a part of the pane were not loaded with it.');
      return shown.value.all;
    }),
    hasTexts: computed(() => shown.value.all !== undefined),
    loadTexts: async () => {
      const before = shown.peek();
      if (before.all) return;
      const all = await loadMessages(before.language);
      // Another language that was chosen meanwhile has brought its own.
      if (shown.peek() === before) shown.value = { ...before, all };
    },
    language,
    format: computed(() => createFormat(language.value, host.language(), zone)),
    now,
    today: computed(() => dayIn(zone, instantOf(now.value))),
    sync,
    setup,
    view,
    isWide,
    byHand: createByHand(),
    contactPlace,
    entryPlace,
    openEntry: (id) => {
      entryPlace.value = id;
      view.value = 'entry';
    },
    searchText,
    logFilter,
    openLog: (filter) => {
      logFilter.value = filter;
      view.value = 'log';
    },
    unusableParts: signal<readonly UnusablePart[]>([]),
    summaryFilter,
    openSummary: (filter) => {
      summaryFilter.value = filter;
      view.value = 'summary';
    },
    ...createWayBack(places, start, ended),
    templatesPart: signal<TemplatesPart>('templates'),
    problem: signal<ProblemCode | undefined>(undefined),
    announcement,
    announce: (text) => {
      // The same words twice are only said twice when the text differs.
      announcement.value = announcement.value === text ? `${text}\u00a0` : text;
    },
    setLanguage: async (chosen) => {
      const messages = await loadMessages(chosen);
      preferences.set('language', chosen);
      shown.value = { language: chosen, messages, all: messages };
    },
  };
}

async function keepTime(clock: PaneServices['clock'], ended: AbortSignal, take: (ms: number) => void): Promise<void> {
  while (!ended.aborted) {
    try {
      await clock.after(tick, ended);
    } catch (error) {
      if (ended.aborted) return; // the pane is gone
      throw error;
    }
    take(clock.now());
  }
}
