import { type ReadonlySignal, signal } from '@preact/signals';
import type { CreateContact } from '../../domain/commands/create-contact.ts';
import type { ContactId } from '../../domain/ids.ts';
import { allContacts } from '../directory/all-contacts.ts';
import type { PaneState } from '../state/pane-state.ts';
import { guessMapping, looksLikeHeadings, type Mapping } from './files/columns.ts';
import { type ImportProgress, importContacts } from './files/import-contacts.ts';
import { type Breathe, createBreathe } from './files/in-slices.ts';
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
  /** `broke`: what was thrown before the end. */
  | { state: 'done'; progress: ImportProgress; broke?: string | undefined };

/** A file that was read and of which nothing was made yet. */
export type Chosen = Extract<ImportState, { state: 'table' | 'cards' }>;

export interface ImportJob {
  readonly now: ReadonlySignal<ImportState>;
  /** Lets the person choose a file and reads it. */
  choose(): Promise<void>;
  map(change: { hasHeadings?: boolean; mapping?: Mapping }): void;
  start(): Promise<void>;
  /** What `start` would come to, with nothing kept; undefined when it ends before its end. */
  rehearse(chosen: Chosen, ended: AbortSignal): Promise<ImportProgress | undefined>;
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

  const raws = async (state: Chosen, breathe: Breathe): Promise<readonly (RawContact | UnreadablePart)[]> => {
    if (state.state === 'cards') return state.cards;
    const found: (RawContact | UnreadablePart)[] = [];
    for (const row of contactRows(state)) {
      found.push(rawFromRow(row, state.mapping));
      await breathe();
    }
    return found;
  };

  const run = async (
    chosen: Chosen,
    signal: AbortSignal,
    keep: Parameters<typeof importContacts>[1]['keep'],
    report: (progress: ImportProgress) => void,
  ): Promise<ImportProgress> => {
    const breathe = createBreathe(clock, signal);
    const all = await raws(chosen, breathe);
    const known = createKnownContacts();
    await addHeld(known, await allContacts(device.store), breathe);
    return importContacts(all, {
      known,
      salespeople: pane.setup.value?.salespeople ?? [],
      newContactId: () => device.newId() as ContactId, // a new UUID
      envelope: (needs) => device.envelope(needs),
      ...{ keep, breathe, report, signal },
    });
  };

  return {
    now,
    async rehearse(chosen, ended) {
      const signal = AbortSignal.any([ended, pane.signal]);
      try {
        const kept = { outcome: 'saved' as const, decided: true, joined: [] };
        const progress = await run(
          chosen,
          signal,
          async (commands) => commands.map(() => kept),
          () => undefined,
        );
        return progress.state === 'finished' ? progress : undefined;
      } catch (error) {
        if (signal.aborted) return undefined;
        throw error;
      }
    },
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
      const chosen = now.value;
      if (chosen.state !== 'table' && chosen.state !== 'cards') return;
      const total = chosen.state === 'table' ? contactRows(chosen).length : chosen.cards.length;
      stopping = new AbortController();
      const signal = AbortSignal.any([stopping.signal, pane.signal]);
      let sofar: ImportProgress = { done: 0, total, created: 0, companies: 0, notTaken: [], state: 'running' };
      const take = (progress: ImportProgress) => {
        sofar = progress;
        now.value = { state: 'importing', progress, isStopping: stopping.signal.aborted };
      };
      // Before anything is waited for: the button is gone when it is pressed twice.
      take(sofar);
      try {
        const keep = (commands: readonly CreateContact[]) => device.store.performAll(commands, device.actor);
        const progress = await run(chosen, signal, keep, take);
        now.value = { state: 'done', progress };
      } catch (error) {
        if (pane.signal.aborted) return;
        const progress: ImportProgress = { ...sofar, state: 'stopped' };
        if (stopping.signal.aborted) {
          now.value = { state: 'done', progress };
          return;
        }
        now.value = { state: 'done', progress, broke: error instanceof Error ? error.message : String(error) };
        reportError(error);
      }
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
