import { batch, computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { FollowUp } from '../../domain/follow-up.ts';
import type { EntryId } from '../../domain/ids.ts';
import type { LogFilter } from '../../domain/log-filter.ts';
import type { Row } from '../../domain/row.ts';
import type { Instant } from '../../domain/time.ts';
import { mostListed } from '../../protocol/log-list.ts';
import type { ListedEntry, ListPage } from '../../store/local-store.ts';
import type { PaneState } from '../state/pane-state.ts';
import { type ListRow, listedOf, mergeRows } from './merge-rows.ts';
import { onTeamNews } from './on-team-news.ts';

const pageSize = 50;
/** How many pages are asked for at one time: each looks at thousands of entries. */
const mostPages = 5;

/** What the list shows just now. */
export interface LogShown {
  /** Undefined until the device or the server has said anything. */
  rows: readonly ListRow[] | undefined;
  server: 'asking' | 'known' | 'unknown';
  hasMore: boolean;
  /** What this device holds could not be read: its program could not be loaded, or the storage gave no answer. */
  isUnread: boolean;
}

/** What passes one filter, from the device at once and from the server as soon as it answers. */
export interface LogSource {
  readonly shown: ReadonlySignal<LogShown>;
  /** A page more of both. */
  more(): void;
  /** Asks the server anew, and reads again what could not be read. */
  refresh(): void;
  /** Takes an entry that only the server has to this device, so that it can be opened and acted on offline as well. */
  hold(ids: readonly EntryId[]): Promise<void>;
}

/**
 * The device is watched, the server is asked: page by page, again when it can be reached again and on demand. States of
 * the server's part: asking → known (with or without older ones) | unknown; from either it is asked again. What was said
 * before stays while it is asked. When the team's log changes while there are lines of the server's alone, the server is
 * asked again without a word; what was taken from this device meanwhile is shown no more, whatever it had said before.
 */
export function createLogSource(pane: PaneState, filter: LogFilter, ended: AbortSignal): LogSource {
  const { device } = pane.services;
  const here = signal<ListPage | undefined>(undefined);
  const isUnread = signal(false);
  const held = signal<ReadonlyMap<EntryId, ListedEntry>>(new Map());
  /** The person's own follow-ups, which are here whether their entries are or not, as they are with what waits. */
  const followUps = signal<readonly FollowUp[]>([]);
  const server = signal<LogShown['server']>('asking');
  const said = signal(nothing);
  /** What this device held and holds no more, until the server has said what became of it: most often it was deleted. */
  const gone = signal<ReadonlySet<string>>(new Set());
  /** How often something has changed, and up to which of these what the server said last is whole. */
  let changes = 0;
  let heeded = 0;
  let limit = pageSize;
  let watching = new AbortController();
  let asking = new AbortController();

  const watchDevice = () => {
    watching.abort();
    watching = new AbortController();
    const mine = AbortSignal.any([watching.signal, ended]);
    const most = limit;
    const ids = said.peek().entryIds as EntryId[]; // the ids of the entries that came with them
    device.store.watch(
      async (reader) =>
        [
          await reader.list(filter, { limit: most }),
          await reader.listed({}, ids),
          await reader.followUps({ userId: device.account.userId }),
        ] as const,
      ([page, listed, mineToDo]) => {
        if (mine.aborted) return;
        const now = new Map(listed.map((one) => [one.entry.id, one]));
        const taken = ids.filter((id) => held.peek().has(id) && !now.has(id));
        batch(() => {
          followUps.value = mineToDo;
          gone.value = new Set([...gone.peek(), ...taken].filter((id) => !now.has(id as EntryId))); // as above
          held.value = now;
          here.value = page;
          isUnread.value = false;
        });
        if (taken.length > 0) heed();
      },
      mine,
      () => {
        if (!mine.aborted) isUnread.value = true; // the list says so and offers to try again
      },
    );
  };

  /**
   * Asks on from `from`. A page without anything is followed by the next, a few times; so is one that leaves the list
   * shorter than `atLeast`. What was said before stays until there is as much again; when it is asked quietly, also if
   * there is no answer.
   */
  const ask = async (from: Said, atLeast: number, isQuiet: boolean) => {
    asking.abort();
    asking = new AbortController();
    const mine = AbortSignal.any([asking.signal, ended]);
    const heard = changes;
    const goneBefore = gone.peek();
    if (!isQuiet) server.value = 'asking';
    let part = from;
    for (let page = 1; ; page += 1) {
      const limit = Math.min(Math.max(pageSize, atLeast - part.entryIds.length), mostListed);
      const before = part.older ?? undefined;
      const answer = await device.wholeLog.list(filter, { before, limit }, mine).catch((error: unknown) => {
        if (!mine.aborted) throw error;
      });
      if (!answer || mine.aborted) return;
      if (!answer.known) {
        if (!isQuiet) server.value = 'unknown';
        return;
      }
      const { rows, entryIds, older, lookedTo } = answer.value;
      part = {
        rows: [...part.rows, ...rows],
        entryIds: [...part.entryIds, ...entryIds],
        older,
        lookedTo: lookedTo ?? null,
      };
      const isShort = part.entryIds.length === from.entryIds.length || part.entryIds.length < atLeast;
      if (older === null || !isShort || page === mostPages) break;
      // How far it has looked is to be seen, where nothing that is shown already would go away by it.
      if (from.entryIds.length >= said.peek().entryIds.length) said.value = part;
    }
    batch(() => {
      said.value = part;
      server.value = 'known';
      if (from === nothing) gone.value = new Set([...gone.peek()].filter((id) => !goneBefore.has(id)));
    });
    if (from === nothing) heeded = heard;
    watchDevice();
    if (heeded < changes) askAgain();
  };
  const start = (from: Said = nothing, atLeast = 0, isQuiet = false) => {
    ask(from, atLeast, isQuiet).catch((error: unknown) => {
      server.value = 'unknown';
      reportError(error);
    });
  };
  /** Something has changed that what the server said before knows nothing of. */
  const heed = () => {
    changes += 1;
    // Otherwise it is asked again when it has answered.
    if (server.peek() === 'known') askAgain();
  };
  const askAgain = () => {
    const { entryIds } = said.peek();
    const isFar = entryIds.some((id) => !held.peek().has(id as EntryId)); // the ids of the entries that came with them
    // More than that would take too many pages for nobody's asking: then it is left to who shows it.
    if (isFar && entryIds.length <= mostPages * mostListed) start(nothing, entryIds.length, true);
  };

  watchDevice();
  start();
  onTeamNews(pane, heed, ended);
  // Back on the network the server is asked what it could not be asked before.
  let wasOffline = false;
  const stop = effect(() => {
    const isOffline = pane.sync.value.paused.includes('offline');
    if (wasOffline && !isOffline && server.peek() === 'unknown') start();
    wasOffline = isOffline;
  });
  ended.addEventListener('abort', stop, { once: true });

  const fromServer = computed(() => {
    const { rows, entryIds } = said.value;
    return listedOf(
      rows,
      entryIds.filter((id) => !gone.value.has(id)),
      followUps.value,
    );
  });
  return {
    shown: computed(() => {
      const { older, lookedTo } = said.value;
      const isReached = server.value !== 'unknown';
      // What the server can't go on with ends the list no more than what it has not begun with.
      const part = { entries: fromServer.value, older: isReached ? older : undefined, lookedTo };
      const page = here.value ?? (older === undefined ? undefined : { entries: [], next: null });
      return {
        rows: page && mergeRows(page, part, held.value, filter),
        server: server.value,
        isUnread: isUnread.value,
        hasMore: (here.value?.next ?? null) !== null || (isReached && typeof older === 'string'),
      };
    }),
    more() {
      limit += pageSize;
      if (said.peek().older) start(said.peek());
      watchDevice();
    },
    refresh() {
      if (isUnread.peek()) watchDevice();
      start(nothing, said.peek().entryIds.length);
    },
    async hold(ids) {
      const wanted = new Set<string>(ids);
      const { rows } = said.peek();
      const entries = rows.filter((row) => row.kind === 'entry' && wanted.has(row.id) && !held.peek().has(row.id));
      const about = new Set<string | null>(
        entries.flatMap((row) => (row.kind === 'entry' ? [row.contactId, row.companyId, row.itemId] : [])),
      );
      const own = new Set<string>(entries.map(({ id }) => id));
      const taken = rows.filter(
        (row) =>
          own.has(row.id) ||
          about.has(row.id) ||
          (row.kind === 'comment' && own.has(row.entryId)) ||
          (row.kind === 'follow-up' && row.entryId !== null && own.has(row.entryId)),
      );
      if (taken.length > 0) await device.store.takeRows(taken, device.actor);
    },
  };
}

/** What the server has said so far, page after page. */
interface Said {
  rows: Row[];
  entryIds: string[];
  older: string | null | undefined;
  lookedTo: Instant | null;
}

const nothing: Said = { rows: [], entryIds: [], older: undefined, lookedTo: null };
