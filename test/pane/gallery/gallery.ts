import { v7 } from 'uuid';
import type { DeviceCode } from '../../../src/domain/problem-code.ts';
import { instantOf } from '../../../src/domain/time.ts';
import { findItem } from '../../../src/entries/preview/find-item.ts';
import {
  createPreviewHost,
  type PreviewHost,
  type PreviewItem,
} from '../../../src/host/preview/create-preview-host.ts';
import { sampleClock } from '../../../src/host/preview/samples/sample-clock.ts';
import { sampleItems } from '../../../src/host/preview/samples/sample-items.ts';
import type { PaneLanguage } from '../../../src/pane/messages/messages.ts';
import type { PageAddress, PaneServices } from '../../../src/pane/pane-services.ts';
import { renderPane } from '../../../src/pane/render-pane.tsx';
import type { Account } from '../../../src/protocol/account.ts';
import type { DemoUser } from '../../../src/server/demo/demo-people.ts';
import { createLocalStore } from '../../../src/store/create-local-store.ts';
import type { LocalStore } from '../../../src/store/local-store.ts';
import { createMemoryDatabase } from '../../../src/store/memory/memory-database.ts';
import { createDevice } from '../../../src/sync/create-device.ts';
import type { Device } from '../../../src/sync/device.ts';
import { galleryNow, galleryZone } from './gallery-time.ts';
import { createPocketServer, type PocketServer } from './pocket-server.ts';

export interface Gallery {
  root: HTMLElement;
  host: PreviewHost;
  device: Device;
  server: PocketServer;
  items: readonly PreviewItem[];
  /** Files that the pane handed out. */
  saved: { name: string; text: string }[];
  /** The text of the file that the person would choose next. */
  chosenFile: { text: string | undefined };
  /** Addresses of wide pages that the pane opened. */
  opened: string[];
  open(identity: string): void;
  goOffline(): void;
  goOnline(): void;
  /** Ends what the pane waits so many milliseconds for, and says how many such waits there were. */
  endWaitsOf(ms: number): number;
  stop(): void;
}

export interface GalleryOptions {
  root: HTMLElement;
  language?: PaneLanguage;
  scheme?: 'light' | 'dark';
  touch?: boolean;
  trouble?: DeviceCode;
  /** Another store than one in memory that passes for a durable one. */
  openStore?: (account: Account) => Promise<LocalStore>;
  /** The identity of the sample item that is open at first. */
  open?: string;
  isOffline?: boolean;
  /** Who is signed in; Anna, who is an admin, unless said. */
  user?: DemoUser;
  /** The page has room for a list and what is chosen of it. */
  isWide?: boolean;
  /** The page's address, as `#` has it; only of a wide page. */
  address?: PageAddress;
  /** The browser opens no window by itself. */
  blocksWindows?: boolean;
  /** The preferences that are kept from before. */
  preferences?: Map<string, string>;
}

/** The pane as a person meets it: the real device over the demo workspace, a mail client that can be told what to open. */
export async function mountGallery(options: GalleryOptions): Promise<Gallery> {
  const {
    root,
    language = 'en',
    scheme = 'light',
    touch = false,
    trouble,
    preferences = new Map(),
    user = 'anna',
  } = options;
  const ended = new AbortController();
  const waits = new Set<{ ms: number; end: () => void }>();
  const clock = {
    now: () => Date.parse(galleryNow),
    after: (ms: number, signal: AbortSignal) =>
      new Promise<void>((resolve, reject) => {
        if (signal.aborted) return reject(signal.reason);
        const wait = {
          ms,
          end() {
            clearTimeout(timer);
            waits.delete(wait);
            resolve();
          },
        };
        const timer = setTimeout(wait.end, ms);
        waits.add(wait);
        const stop = () => {
          clearTimeout(timer);
          waits.delete(wait);
          reject(signal.reason);
        };
        signal.addEventListener('abort', stop, { once: true });
      }),
  };
  const server = await createPocketServer(clock.now);
  const account = server.accountOf(user);
  const items = sampleItems(sampleClock(instantOf(clock.now()), galleryZone));
  const host = createPreviewHost({
    account: { name: account.name, address: account.email, zone: galleryZone },
    language: language === 'fi' ? 'fi-FI' : 'en-GB',
    theme: { scheme },
    can: { touch },
    mailbox: { find: (keys) => findItem(items, keys), open: (identity) => open(identity) },
  });
  // Without trouble it passes for a durable one: what the pane says then is what is looked at.
  const store = options.openStore
    ? await options.openStore(account)
    : createLocalStore({ ...createMemoryDatabase(trouble), durable: trouble === undefined }, {});
  const network = { listeners: new Set<() => void>() };
  const turn = (isOn: boolean) => {
    server.network.isOn = isOn;
    for (const changed of network.listeners) changed();
  };
  const device = createDevice({
    account,
    store,
    request: server.sendAs(user),
    token: 'gallery',
    clock: { now: clock.now, after: (ms, signal) => clock.after(ms, signal).catch(() => undefined) },
    random: () => 0.5,
    newUuid: () => v7(),
    surroundings: {
      online: () => server.network.isOn,
      visible: () => true,
      onChange: (changed, signal) => {
        network.listeners.add(changed);
        signal.addEventListener('abort', () => network.listeners.delete(changed), { once: true });
      },
    },
  });
  const open = (identity: string) => {
    const found = items.find(({ item }) => item.identity === identity);
    if (!found) throw new Error(`no sample ${identity}`);
    host.select(found);
  };
  if (options.open) open(options.open);

  const running = device.run(ended.signal);
  await new Promise<void>((resolve) => {
    const seen = new AbortController();
    device.onState(({ upToDateAt }) => {
      if (upToDateAt === undefined) return;
      seen.abort();
      resolve();
    }, seen.signal);
  });
  if (options.isOffline) turn(false);

  const saved: Gallery['saved'] = [];
  const chosenFile: Gallery['chosenFile'] = { text: undefined };
  const opened: string[] = [];
  const services: PaneServices = {
    host,
    device,
    clock,
    preferences: { get: (key) => preferences.get(key), set: (key, value) => void preferences.set(key, value) },
    saveFile: (name, text) => void saved.push({ name, text: [text].flat().join('') }), // tests have none that is long enough for blobs
    openFile: async () => chosenFile.text,
    signOut: () => undefined,
    server: 'https://log.aurinko.example',
    address: options.address,
    room: options.isWide ? { isWide: () => true, onChange: () => undefined } : undefined,
    widePage: options.isWide
      ? undefined
      : {
          askCode: async () =>
            server.network.isOn ? { ok: true, code: 'ONCE' } : { ok: false, code: 'server-unreachable' },
          addressWith: (code) => `https://log.aurinko.example/web.html#invite=${code}`,
          open: (address) => {
            opened.push(address);
            return !options.blocksWindows;
          },
        },
  };
  void renderPane(root, services, ended.signal);
  return {
    ...{ root, host, device, server, items, saved, chosenFile, opened, open },
    goOffline: () => turn(false),
    goOnline: () => turn(true),
    endWaitsOf(ms) {
      const over = [...waits].filter((wait) => wait.ms === ms);
      for (const wait of over) wait.end();
      return over.length;
    },
    stop: () => {
      ended.abort();
      void running.then(() => store.close());
    },
  };
}
