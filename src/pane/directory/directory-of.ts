import type { PaneState } from '../state/pane-state.ts';
import type { ContactDirectory } from './contact-directory.ts';
import { openDirectory } from './open-directory.ts';

const directories = new WeakMap<PaneState, ContactDirectory>();

/** The pane's one directory: opened when something is first looked for, it ends with the pane. */
export function directoryOf(pane: PaneState): ContactDirectory {
  const { device, clock, contactWorker } = pane.services;
  const directory =
    directories.get(pane) ??
    openDirectory({ store: device.store, startWorker: contactWorker, clock, signal: pane.signal });
  directories.set(pane, directory);
  return directory;
}
