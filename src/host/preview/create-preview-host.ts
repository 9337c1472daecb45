import type { ItemKey } from '../../domain/item.ts';
import type {
  HostAbilities,
  HostAccount,
  HostAdapter,
  HostBody,
  HostTheme,
  LogMark,
  MailItem,
  OpenItem,
} from '../host-adapter.ts';

/** An item of the preview's mailbox. The item's `identity` tells it from all others in it. */
export interface PreviewItem {
  item: MailItem;
  body: HostBody;
}

/** The mailbox around the pane, where there is one. */
export interface PreviewMailbox {
  /** The identity of the item that has these keys. */
  find(keys: readonly ItemKey[]): string | undefined;
  open(identity: string): void;
}

export interface PreviewHostOptions {
  account: HostAccount;
  language: string;
  theme?: HostTheme | undefined;
  can?: Partial<HostAbilities> | undefined;
  mailbox?: PreviewMailbox | undefined;
}

/** The preview's mail client as the page moves it. */
export interface PreviewHost extends HostAdapter {
  /** Opens an item; the same one again after its writer changed it. */
  select(open: PreviewItem): void;
  selectNothing(): void;
  selectSeveral(count: number): void;
  setLanguage(language: string): void;
  setTheme(theme: HostTheme): void;
}

/**
 * A mail client that lives in this page. States: nothing, one item, or several are open; marks are kept in memory for as
 * long as the page lives. Answers are always about what is open at the moment of answering, and subscribers hear of every
 * change after it has happened, one microtask later, as a real client's would.
 */
export function createPreviewHost(options: PreviewHostOptions): PreviewHost {
  let open: { state: 'nothing' } | { state: 'several'; count: number } | { state: 'item'; selected: PreviewItem } = {
    state: 'nothing',
  };
  const { mailbox } = options;
  let language = options.language;
  let theme: HostTheme = options.theme ?? { scheme: 'system' };
  const marks = new Map<string, LogMark>();
  const itemListeners = new Set<() => void>();
  const themeListeners = new Set<(theme: HostTheme) => void>();

  const isOpen = (identity: string) => open.state === 'item' && open.selected.item.identity === identity;
  const listen = <L>(listeners: Set<L>, listener: L, signal: AbortSignal) => {
    if (signal.aborted) return;
    listeners.add(listener);
    signal.addEventListener('abort', () => listeners.delete(listener), { once: true });
  };
  const become = (next: typeof open) => {
    open = next;
    queueMicrotask(() => {
      for (const changed of [...itemListeners]) changed();
    });
  };

  return {
    name: 'preview',
    can: { readsBody: true, marksItems: true, opensItems: mailbox !== undefined, touch: false, ...options.can },
    current: async (signal): Promise<OpenItem> => {
      signal.throwIfAborted();
      return open.state === 'item' ? { state: 'item', item: open.selected.item } : open;
    },
    body: async (identity, signal) => {
      signal.throwIfAborted();
      return open.state === 'item' && isOpen(identity) ? open.selected.body : undefined;
    },
    onItemChanged: (changed, signal) => listen(itemListeners, changed, signal),
    account: () => options.account,
    theme: () => theme,
    onThemeChanged: (changed, signal) => listen(themeListeners, changed, signal),
    language: () => language,
    readMark: async (identity, signal) => {
      signal.throwIfAborted();
      return isOpen(identity) ? marks.get(identity) : undefined;
    },
    saveMark: async (identity, mark, signal) => {
      signal.throwIfAborted();
      if (!isOpen(identity)) return false;
      marks.set(identity, mark);
      return true;
    },
    // Nothing has to be noted: the mailbox is looked through.
    noteItem: async () => undefined,
    knowsItem: async (keys) => mailbox?.find(keys) !== undefined,
    openItem: async (keys, signal) => {
      signal.throwIfAborted();
      const identity = mailbox?.find(keys);
      if (identity === undefined) return false;
      mailbox?.open(identity);
      return true;
    },
    select: (selected) => become({ state: 'item', selected }),
    selectNothing: () => become({ state: 'nothing' }),
    selectSeveral: (count) => become({ state: 'several', count }),
    setLanguage: (next) => {
      language = next;
    },
    setTheme: (next) => {
      theme = next;
      for (const changed of [...themeListeners]) changed(next);
    },
  };
}
