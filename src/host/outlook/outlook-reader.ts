import type { Zone } from '../../domain/time.ts';
import type { HostBody, HostPerson, LogMark, MailItem, OpenItem } from '../host-adapter.ts';
import { loadStored, markOf, saveStored } from './item-properties.ts';
import { type CallResult, type OfficeCalls, reasonOf, valueOr } from './office-calls.ts';
import { isComposed, type OfficeItem, type OfficeSurface } from './office-surface.ts';
import type { OpenItemWatch, Opening } from './open-item.ts';
import { readWholeBody } from './quirks/newest-part-only.ts';
import { readItem } from './read-item.ts';

/**
 * Reads and marks the open item once office.js is there. An answer counts only while the item that it was asked for is
 * still open: each read looks before and after.
 */
export interface OutlookReader {
  /** Undefined: another item was opened meanwhile. */
  open(): Promise<OpenItem | undefined>;
  body(identity: string): Promise<HostBody | undefined>;
  mark(identity: string): Promise<LogMark | undefined>;
  saveMark(identity: string, mark: LogMark): Promise<boolean>;
}

export function createReader(
  office: OfficeSurface,
  watch: OpenItemWatch,
  context: { calls: OfficeCalls; zone: Zone; newId: () => string },
): OutlookReader {
  const { calls, zone } = context;
  const { mailbox } = office.context;
  /** Ids of drafts that were seen here and carry none yet, by identity. */
  const draftIds = new Map<string, string>();
  let stored: { opening: Opening; answer: ReturnType<typeof loadStored> } | undefined;

  /** What the item carries; asked once an opening, and again after a failure. */
  function storedOf(opening: Opening): ReturnType<typeof loadStored> {
    if (stored?.opening.generation !== opening.generation || stored.opening.identity !== opening.identity) {
      const asked = { opening, answer: loadStored(opening.item, calls) };
      stored = asked;
      void asked.answer.then(({ ok }) => {
        if (!ok && stored === asked) stored = undefined;
      });
    }
    return stored.answer;
  }

  function me(): HostPerson {
    return { name: mailbox?.userProfile.displayName ?? '', address: mailbox?.userProfile.emailAddress ?? '' };
  }

  /** The draft's id: kept on the item since it was logged, else made here and now. Of what was not ours, null. */
  async function draftIdOf(opening: Opening, item: MailItem): Promise<string | null> {
    const written = isComposed(opening.item);
    const author = item.from ?? item.organizer;
    const isMine = author?.address.toLowerCase() === me().address.toLowerCase();
    // In somebody else's mailbox the user writes in their name.
    const isShared = opening.item.getSharedPropertiesAsync !== undefined;
    // Nothing else was ever a draft here: other mail need not wait for its properties.
    if (!written && !isMine && !isShared) return null;
    const carried = valueOr(await storedOf(opening), { draftId: undefined }).draftId;
    if (carried !== undefined || !written) return carried ?? null;
    const made = draftIds.get(opening.identity) ?? context.newId();
    draftIds.set(opening.identity, made);
    return made;
  }

  async function ownerOf(item: OfficeItem): Promise<string | null> {
    if (!item.getSharedPropertiesAsync) return null;
    const shared = await calls.run<{ owner?: string; targetMailbox?: string }>('shared', (callback) =>
      item.getSharedPropertiesAsync?.(callback),
    );
    const owner = shared.ok ? (shared.value.owner ?? shared.value.targetMailbox ?? '') : '';
    return owner === '' || owner.toLowerCase() === me().address.toLowerCase() ? null : owner;
  }

  async function itemOf({ item, identity }: Opening): Promise<CallResult<MailItem>> {
    if (isComposed(item)) {
      const { composeItem } = await import('./compose-item.ts');
      return composeItem(item, identity, { calls, me: me(), zone });
    }
    return { ok: true, value: readItem(item, identity, zone) };
  }

  async function selection(): Promise<OpenItem> {
    if (!mailbox?.getSelectedItemsAsync) return { state: 'nothing' };
    const selected = await calls.run<unknown[]>('selected', (callback) => mailbox.getSelectedItemsAsync?.(callback));
    const count = valueOr(selected, []).length;
    return count > 1 ? { state: 'several', count } : { state: 'nothing' };
  }

  function opened(identity: string): Opening | undefined {
    const opening = watch.now();
    return opening?.identity === identity ? opening : undefined;
  }

  return {
    async open() {
      if (!mailbox) return { state: 'unreadable', reason: 'not in Outlook' };
      const opening = watch.now();
      if (!opening) {
        const none = await selection();
        return watch.now() ? undefined : none;
      }
      const read = await itemOf(opening);
      if (!watch.isStill(opening)) return undefined;
      if (!read.ok) return { state: 'unreadable', reason: reasonOf(read.problem) };
      const [draftId, mailboxOwner] = await Promise.all([draftIdOf(opening, read.value), ownerOf(opening.item)]);
      if (!watch.isStill(opening)) return undefined;
      return { state: 'item', item: { ...read.value, draftId, mailboxOwner } };
    },

    async body(identity) {
      const opening = opened(identity);
      if (!opening) return undefined;
      for (const form of ['html', 'text'] as const) {
        const read = await calls.run<string>('body', (callback) =>
          readWholeBody(office, opening.item.body, form, callback),
        );
        if (!watch.isStill(opening)) return undefined;
        if (read.ok) return form === 'html' ? { html: read.value } : { text: read.value };
      }
      return undefined;
    },

    async mark(identity) {
      const opening = opened(identity);
      if (!opening) return undefined;
      const found = await storedOf(opening);
      return found.ok && watch.isStill(opening) ? markOf(found.value) : undefined;
    },

    async saveMark(identity, mark) {
      const opening = opened(identity);
      if (!opening) return false;
      const before = await storedOf(opening);
      const carried = before.ok ? before.value.draftId : undefined;
      const draftId = carried ?? draftIds.get(identity) ?? null;
      const saved = await saveStored(opening.item, { mark, draftId }, calls, () => watch.isStill(opening));
      stored = undefined;
      return saved && watch.isStill(opening);
    },
  };
}
