import { type ReadonlySignal, signal } from '@preact/signals';
import type { ContactId } from '../../domain/ids.ts';
import { allContacts } from '../directory/all-contacts.ts';
import type { PaneState } from '../state/pane-state.ts';
import { guessMapping, looksLikeHeadings, type Mapping } from './files/columns.ts';
import { type ImportProgress, importContacts } from './files/import-contacts.ts';
import { createBreathe } from './files/in-slices.ts';
import { addHeld, createKnownContacts } from './files/known-contacts.ts';
import type { RawContact, UnreadablePart } from './files/raw-contact.ts';
import { rawFromRow } from './files/raw-from-row.ts';
import { readCsv, type TableRow } from './files/read-csv.ts';
import { readVcards } from './files/read-vcards.ts';

type Table = { rows: readonly TableRow[]; hasHeadings: boolean; mapping: Mapping };

/**
 * How an import stands. `empty` → `reading` → `table` (columns are being mapped) or `cards` → `importing` → `done`.
 * `failed`: the file could not be read; another one can be chosen.
 */
export type ImportState =
  | { state: 'empty' | 'reading' | 'failed' | 'nothing' }
  | ({ state: 'table' } & Table)
  | { state: 'cards'; cards: readonly (RawContact | UnreadablePart)[] }
  | { state: 'importing'; progress: ImportProgress; isStopping: boolean }
  | { state: 'done'; progress: ImportProgress };

export interface ImportJob {
  readonly now: ReadonlySignal<ImportState>;
  /** Lets the person choose a file and reads it. */
  choose(): Promise<void>;
  map(change: { hasHeadings?: boolean; mapping?: Mapping }): void;
  start(): Promise<void>;
  stop(): void;
}

const jobs = new WeakMap<PaneState, ImportJob>();

/** The pane's one import: it goes on while other views are shown, and ends with the pane. */
export function importJobOf(pane: PaneState): ImportJob {
  const job = jobs.get(pane) ?? createImportJob(pane);
  jobs.set(pane, job);
  return job;
}

function createImportJob(pane: PaneState): ImportJob {
  const { device, clock, openFile } = pane.services;
  const now = signal<ImportState>({ state: 'empty' });
  let stopping = new AbortController();

  const read = async (text: string) => {
    const breathe = createBreathe(clock, pane.signal);
    if (/^\s*BEGIN:VCARD/i.test(text.replace(/^\ufeff/, ''))) {
      const cards = await readVcards(text.replace(/^\ufeff/, ''), breathe);
      now.value = cards.length === 0 ? { state: 'nothing' } : { state: 'cards', cards };
      return;
    }
    const rows = await readCsv(text, breathe);
    const [first] = rows;
    if (!first) {
      now.value = { state: 'nothing' };
      return;
    }
    now.value = {
      state: 'table',
      rows,
      hasHeadings: looksLikeHeadings(first.cells),
      mapping: guessMapping(first.cells),
    };
  };

  const raws = async (): Promise<(RawContact | UnreadablePart)[]> => {
    const state = now.value;
    if (state.state === 'cards') return [...state.cards];
    if (state.state !== 'table') return [];
    const breathe = createBreathe(clock, pane.signal);
    const found: RawContact[] = [];
    for (const row of contactRows(state)) {
      found.push(rawFromRow(row, state.mapping));
      await breathe();
    }
    return found;
  };

  return {
    now,
    async choose() {
      const text = await openFile('.csv,.txt,.tsv,.vcf,text/csv,text/vcard');
      if (text === undefined) return;
      now.value = { state: 'reading' };
      try {
        await read(text);
      } catch (error) {
        if (pane.signal.aborted) return;
        now.value = { state: 'failed' };
        reportError(error);
      }
    },
    map(change) {
      if (now.value.state === 'table') now.value = { ...now.value, ...change };
    },
    async start() {
      const all = await raws();
      stopping = new AbortController();
      const signal = AbortSignal.any([stopping.signal, pane.signal]);
      const take = (progress: ImportProgress) => {
        now.value = { state: 'importing', progress, isStopping: stopping.signal.aborted };
      };
      take({ done: 0, total: all.length, created: 0, companies: 0, notTaken: [], state: 'running' });
      const known = createKnownContacts();
      await addHeld(known, await allContacts(device.store), createBreathe(clock, pane.signal));
      const progress = await importContacts(all, {
        known,
        salespeople: pane.setup.value?.salespeople ?? [],
        newContactId: () => device.newId() as ContactId, // a new UUID
        envelope: (needs) => device.envelope(needs),
        keep: (commands) => device.store.performAll(commands, device.actor),
        breathe: createBreathe(clock, signal),
        report: take,
        signal,
      });
      now.value = { state: 'done', progress };
    },
    stop() {
      stopping.abort();
      if (now.value.state === 'importing') now.value = { ...now.value, isStopping: true };
    },
  };
}

/** The rows of a table that hold contacts. */
export function contactRows({ rows, hasHeadings }: Table): readonly TableRow[] {
  return hasHeadings ? rows.slice(1) : rows;
}
