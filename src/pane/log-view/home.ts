import { computed, effect, type ReadonlySignal, untracked } from '@preact/signals';
import type { ByHandStart } from '../by-hand/by-hand.ts';
import { type OpenItemWatch, watchOpenItem } from '../open-item/watch-open-item.ts';
import type { PaneState } from '../state/pane-state.ts';
import { createKeptForms } from './kept-form.ts';
import { createLogSubject, type LogSubject } from './log-subject.ts';

/** What is open in the mail client, and what is logged of it. */
export interface Home {
  readonly watch: OpenItemWatch;
  /** Undefined while there is nothing to log: it is being read, or several are chosen. */
  readonly subject: ReadonlySignal<LogSubject | undefined>;
  /** What is open has been read, and what this device knows of it. */
  readonly isKnown: ReadonlySignal<boolean>;
}

/** What is logged by hand while nothing is open. */
export const withoutItem: ByHandStart = { key: 'home', contacts: [], choices: {} };

/** Follows what is open from now on, shown or not, until the pane ends. */
export function createHome(pane: PaneState): Home {
  const watch = watchOpenItem(pane.services.host, pane.signal);
  const formFor = createKeptForms();
  let last: LogSubject | undefined;
  const subject = computed(() => {
    const opened = watch.opened.value;
    last = untracked(() => {
      if (opened.state === 'reading' || opened.state === 'several') return undefined;
      if (opened.state !== 'item') return createLogSubject(pane, undefined, formFor(withoutItem.key), pane.signal);
      const { item, signal } = opened;
      const before = last?.item?.identity === item.identity ? last.read.value : undefined;
      return createLogSubject(pane, item, formFor(item.identity), signal, before);
    });
    return last;
  });
  const isKnown = computed(() => {
    const isRead = subject.value?.isRead.value ?? watch.opened.value.state !== 'reading';
    return isRead && !watch.isStale.value && pane.setup.value !== undefined;
  });
  // Read ahead of being shown.
  pane.signal.addEventListener(
    'abort',
    effect(() => void isKnown.value),
    { once: true },
  );
  return { watch, subject, isKnown };
}
