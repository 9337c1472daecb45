import { type ReadonlySignal, signal } from '@preact/signals';
import type { Instant, Zone } from '../../domain/time.ts';
import type { PreviewHost, PreviewItem } from '../../host/preview/create-preview-host.ts';
import { readMailFile } from '../../host/preview/read-mail-file.ts';
import type { ReadRefusal } from '../../host/preview/read-refusal.ts';

/** A file that could not be opened, by its name. */
interface FileProblem {
  file: string;
  why: ReadRefusal;
}

export interface MailboxState {
  readonly items: ReadonlySignal<readonly PreviewItem[]>;
  readonly selected: ReadonlySignal<string | undefined>;
  readonly problems: ReadonlySignal<readonly FileProblem[]>;
  /** How many items the files chosen last gave. */
  readonly added: ReadonlySignal<number>;
  select(identity: string): void;
  /** Replaces an item that its writer changed, and tells the host when it is the open one. */
  change(changed: PreviewItem): void;
  /** Takes items out of files, at the top of the list, and opens the first. What can't be read is named in `problems`. */
  openFiles(files: readonly File[]): Promise<void>;
  dismissProblems(): void;
}

/** The mailbox: what lies in it and which item is open. The host hears of every change. */
export function createMailboxState(
  host: PreviewHost,
  samples: readonly PreviewItem[],
  around: { zone: Zone; now(): Instant; newId(): string },
): MailboxState {
  const items = signal(samples);
  const selected = signal<string | undefined>(undefined);
  const problems = signal<readonly FileProblem[]>([]);
  const added = signal(0);

  const select = (identity: string) => {
    const found = items.peek().find(({ item }) => item.identity === identity);
    if (!found || selected.peek() === identity) return;
    selected.value = identity;
    host.select(found);
  };

  return {
    items,
    selected,
    problems,
    added,
    select,
    change(changed) {
      const { identity } = changed.item;
      items.value = items.peek().map((one) => (one.item.identity === identity ? changed : one));
      if (selected.peek() === identity) host.select(changed);
    },
    async openFiles(files) {
      const read: PreviewItem[] = [];
      const failed: FileProblem[] = [];
      for (const file of files) {
        const result = await readMailFile(
          { name: file.name, size: file.size, bytes: async () => new Uint8Array(await file.arrayBuffer()) },
          { identity: `file-${around.newId()}`, zone: around.zone, now: around.now() },
        );
        if (result.ok) read.push(...result.items);
        else failed.push({ file: file.name, why: result.why });
      }
      items.value = [...read, ...items.peek()];
      problems.value = [...problems.peek(), ...failed];
      added.value = read.length;
      const [first] = read;
      if (first) select(first.item.identity);
    },
    dismissProblems() {
      problems.value = [];
    },
  };
}
