import type { OfficeCalls } from './office-calls.ts';
import { type EventName, isComposed, type OfficeItem, type OfficeSurface } from './office-surface.ts';
import { type Attention, onAttention } from './quirks/lost-item-changed.ts';
import { usableItem } from './quirks/null-item.ts';
import { identityOf } from './quirks/page-reload.ts';

/** The item that is open at one moment. `generation` tells a second opening of the same item from the first. */
export interface Opening {
  item: OfficeItem;
  identity: string;
  generation: number;
}

/** Knows which item is open, and tells when it is another one. */
export interface OpenItemWatch {
  now(): Opening | undefined;
  /** Whether nothing else was opened since. Calls of office.js carry no item id: an answer only counts while this holds. */
  isStill(opening: Opening): boolean;
  onChanged(changed: () => void, signal: AbortSignal): void;
}

/**
 * Watches office.js for changes of the open item.
 *
 *   ItemChanged, or another identity when the window is looked at again ──► generation + 1 ──► listeners
 *   recipients or time of what is being written changed, or its subject when looked at again ──► listeners
 *
 * Handlers are registered once and stay: taking one off takes off all of its kind.
 */
export function watchOpenItem(
  office: OfficeSurface,
  calls: OfficeCalls,
  places: { window: Attention; document: Attention },
): OpenItemWatch {
  const { mailbox } = office.context;
  const listeners = new Set<() => void>();
  const handled = new WeakSet<OfficeItem>();
  let generation = 0;
  let last = look();
  let subject: string | undefined;
  watchWriting();

  listen(office.EventType.ItemChanged, next);
  listen(office.EventType.SelectedItemsChanged, () => {
    // It comes beside ItemChanged, and alone where the number of selected items is all that changed.
    if (!last || look()?.identity !== last.identity) next();
  });
  // The page ends with its window; nothing has to be taken off.
  onAttention(places.window, places.document, lookAgain, new AbortController().signal);

  function look(): Opening | undefined {
    const item = usableItem(mailbox);
    return item && { item, identity: identityOf(item, generation), generation };
  }

  function listen(event: EventName | undefined, handler: () => void): void {
    if (event === undefined || !mailbox) return;
    void calls.run('listen', (callback) => mailbox.addHandlerAsync(event, handler, callback));
  }

  function tell(): void {
    for (const listener of [...listeners]) listener();
  }

  function next(): void {
    generation += 1;
    last = look();
    subject = undefined;
    watchWriting();
    tell();
  }

  function lookAgain(): void {
    const seen = look();
    if (seen?.identity !== last?.identity) next();
    else if (seen && isComposed(seen.item)) void readSubject(seen, tell);
  }

  /** No event tells of a new subject: it is compared with the one before. */
  async function readSubject(opening: Opening, differs: () => void): Promise<void> {
    const { item } = opening;
    if (!isComposed(item)) return;
    const read = await calls.run<string>('subject', (callback) => item.subject.getAsync(callback));
    if (!read.ok || opening.generation !== generation) return;
    const before = subject;
    subject = read.value;
    if (before !== undefined && before !== read.value) differs();
  }

  function watchWriting(): void {
    const item = last?.item;
    if (!last || !item || !isComposed(item) || handled.has(item)) return;
    handled.add(item);
    void readSubject(last, tell);
    for (const event of [office.EventType.RecipientsChanged, office.EventType.AppointmentTimeChanged]) {
      if (event === undefined || !item.addHandlerAsync) continue;
      // A mail has no time and a client before Mailbox 1.7 no such events: then there is nothing to listen to.
      void calls.run('listen', (callback) => item.addHandlerAsync?.(event, tell, callback));
    }
  }

  return {
    now() {
      const seen = look();
      // Whoever asks may be the first to see that the event was lost.
      if (seen?.identity !== last?.identity) generation += 1;
      last = look();
      return last;
    },
    isStill: (opening) => generation === opening.generation && look()?.identity === opening.identity,
    onChanged(changed, signal) {
      if (signal.aborted) return;
      const listener = () => changed();
      listeners.add(listener);
      signal.addEventListener('abort', () => listeners.delete(listener), { once: true });
    },
  };
}
