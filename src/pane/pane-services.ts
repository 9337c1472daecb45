import type { ProblemCode } from '../domain/problem-code.ts';
import type { HostAdapter } from '../host/host-adapter.ts';
import type { Device } from '../sync/device.ts';
import type { ShelfWorker } from './directory/worker-shelf.ts';

/** Time as the pane asks for it. */
export interface PaneClock {
  /** Milliseconds since 1970 UTC. */
  now(): number;
  /** Resolves after `ms`; rejects with the signal's reason when it ends first. */
  after(ms: number, signal: AbortSignal): Promise<void>;
}

/** Small choices of one person on this device, such as the language. Lost ones do no harm. */
export interface Preferences {
  get(key: string): string | undefined;
  set(key: string, value: string): void;
}

/** How much room there is. */
export interface Room {
  /** There is room for a list and what is chosen of it side by side. */
  isWide(): boolean;
  onChange(changed: () => void, signal: AbortSignal): void;
}

/** What of a page's address says which place is shown. */
export interface PageAddress {
  read(): string;
  /** `push` makes a new place to come back from, `replace` takes the stead of the present one. */
  write(part: string, how: 'push' | 'replace'): void;
  /** Somebody went back or forward, or typed another one. */
  onChange(changed: () => void, signal: AbortSignal): void;
}

/** The same log on a page of its own, signed in by a code that works once and for a minute. */
export interface WidePage {
  askCode(signal: AbortSignal): Promise<{ ok: true; code: string } | { ok: false; code: ProblemCode }>;
  addressWith(code: string): string;
  /** Whether the browser opened it. */
  open(address: string): boolean;
}

/** All that a pane needs; made by an entry. */
export interface PaneServices {
  host: HostAdapter;
  device: Device;
  clock: PaneClock;
  preferences: Preferences;
  /** Hands a text file to the person; `text` may come in pieces, for a long one. */
  saveFile(name: string, text: string | readonly (string | Blob)[]): void;
  /** Lets the person choose a file and gives its text; undefined when none was chosen. `accept` as in HTML. */
  openFile(accept: string): Promise<string | undefined>;
  /** Starts the worker that looks through contacts; absent, or rejecting, where there is none. */
  contactWorker?: (() => Promise<ShelfWorker>) | undefined;
  /** Ends the session. What is unsent stays on the device under its account. */
  signOut(): void;
  /** Absent where it is always narrow. */
  room?: Room | undefined;
  /** Absent where the address is not the pane's, as in a mail client. */
  address?: PageAddress | undefined;
  /** Absent where this is that page. */
  widePage?: WidePage | undefined;
  /** Where the log lives, as an address that a person recognises. */
  server: string;
}
