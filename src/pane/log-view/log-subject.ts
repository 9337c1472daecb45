import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { instantOf } from '../../domain/time.ts';
import type { LogMark, MailItem } from '../../host/host-adapter.ts';
import { type ReadDraft, readDraft } from '../open-item/read-draft.ts';
import type { PaneState } from '../state/pane-state.ts';
import type { Choices } from './choices.ts';
import type { KeptForm } from './kept-form.ts';
import { type LogForm, logForm } from './log-form.ts';
import { sharedPicks } from './shared-picks.ts';
import type { TextState } from './text-state.ts';

/** Whether the server has said if the team has logged the item. */
export type Elsewhere = 'not-asked' | 'asking' | 'known' | 'unknown';

/** What is being logged: the open item, or something by hand. Everything in it ends with its signal. */
export interface LogSubject {
  readonly item: MailItem | undefined;
  readonly signal: AbortSignal;
  readonly kept: KeptForm;
  /** Undefined until it was read from this device, and by hand. */
  readonly read: ReadonlySignal<ReadDraft | undefined>;
  /** False until this very opening of the item was read: what is shown may be of the moment before. */
  readonly isRead: ReadonlySignal<boolean>;
  readonly form: ReadonlySignal<LogForm>;
  readonly text: ReadonlySignal<TextState>;
  readonly elsewhere: ReadonlySignal<Elsewhere>;
  /** What the item is marked with, where the host keeps marks. */
  readonly mark: Signal<LogMark | undefined>;
  change(patch: Partial<Choices> | ((choices: Choices) => Choices)): void;
}

/**
 * Makes the subject and keeps it current until `ended`. `before` is the same item as it was a moment ago, when its writer
 * has changed it since: it is shown until the item was read again, and can't be logged.
 */
export function createLogSubject(
  pane: PaneState,
  item: MailItem | undefined,
  kept: KeptForm,
  ended: AbortSignal,
  before?: ReadDraft | undefined,
): LogSubject {
  const { host, device, preferences } = pane.services;
  const { zone, address } = host.account();
  const read = signal<ReadDraft | undefined>(before);
  const isRead = signal(item === undefined);
  const text = signal<TextState>({ state: 'unread' });
  const elsewhere = signal<Elsewhere>('not-asked');
  const mark = signal<LogMark | undefined>(undefined);
  const none: ReadDraft['companies'] = new Map();
  const nobody: ReadDraft['mergedInto'] = new Map();

  const form = computed(() =>
    logForm({
      draft: read.value?.draft,
      choices: kept.choices.value,
      entries: read.value?.entries ?? [],
      companies: read.value?.companies ?? none,
      mergedInto: read.value?.mergedInto ?? nobody,
      remembered: (address) => sharedPicks(preferences).get(address),
      setup: pane.setup.value,
      text: text.value,
      salespersonCode: device.account.salespersonCode,
      email: device.account.email,
      readerLanguage: pane.language.value,
      now: instantOf(pane.now.value),
      zone,
    }),
  );
  const subject: LogSubject = {
    item,
    signal: ended,
    kept,
    read,
    isRead,
    form,
    text,
    elsewhere,
    mark,
    change: (patch) => {
      const before = kept.choices.value;
      kept.choices.value = typeof patch === 'function' ? patch(before) : { ...before, ...patch };
    },
  };
  if (item === undefined) return subject;

  const me = () => ({
    myAddresses: [address, device.account.email],
    now: device.now(),
    zone,
  });
  device.store.watch(
    (reader) => readDraft(item, me(), reader),
    (value) => {
      if (ended.aborted) return;
      read.value = value;
      isRead.value = true;
    },
    ended,
  );
  follow(ended, () => askServer(subject, elsewhere, pane));
  follow(ended, () => {
    if (form.value.level === 'text' && text.peek().state === 'unread') void readText(item, text, pane, ended);
  });
  follow(ended, () => {
    const { draft, entries = [] } = read.value ?? {};
    if (!draft || entries.length === 0 || !host.can.opensItems) return;
    void host.noteItem(item.identity, draft.keys).catch(() => undefined); // it can be opened in the mail client anyway
  });
  void host.readMark(item.identity, ended).then((found) => {
    if (!ended.aborted) mark.value = found;
  }, ignoreWhenEnded(ended));
  return subject;
}

function follow(ended: AbortSignal, run: () => void): void {
  if (ended.aborted) return;
  ended.addEventListener('abort', effect(run), { once: true });
}

/** Asks once for each set of keys, and again after the server was out of reach, as soon as it answers anything. */
function askServer(subject: LogSubject, elsewhere: Signal<Elsewhere>, pane: PaneState): void {
  const keys = subject.read.value?.draft.keys ?? [];
  const answers = pane.sync.value.upToDateAt;
  const state = elsewhere.peek();
  if (keys.length === 0 || state === 'asking' || state === 'known') return;
  if (state === 'unknown' && answers === undefined) return;
  elsewhere.value = 'asking';
  void pane.services.device.lookUpItem(keys, subject.signal).then((found) => {
    if (!subject.signal.aborted) elsewhere.value = found.known ? 'known' : 'unknown';
  }, ignoreWhenEnded(subject.signal));
}

async function readText(item: MailItem, text: Signal<TextState>, pane: PaneState, ended: AbortSignal): Promise<void> {
  text.value = { state: 'reading' };
  try {
    const [body, { mailText }] = await Promise.all([
      pane.services.host.body(item.identity, ended),
      import('../../capture/mail-text.ts'),
    ]);
    if (ended.aborted) return;
    text.value = body === undefined ? { state: 'failed' } : { state: 'read', text: mailText(body) };
  } catch {
    // Whatever kept the text away, the form says that it could not be read and goes on without it.
    if (!ended.aborted) text.value = { state: 'failed' };
  }
}

function ignoreWhenEnded(ended: AbortSignal): (error: unknown) => void {
  return (error) => {
    if (!ended.aborted) throw error;
  };
}
