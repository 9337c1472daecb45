import * as v from 'valibot';
import type { LogFilter } from '../../../domain/log-filter.ts';
import type { PaneState } from '../../state/pane-state.ts';
import { filterOf, queryOf } from './filter-query.ts';
import { daysOf, movingDays, movingIn } from './moving-days.ts';

const longestName = 60;
export const mostSaved = 50;

const Kept = v.array(
  v.object({
    name: v.pipe(v.string(), v.maxLength(longestName)),
    query: v.string(),
    /** Days that move are not in the query. */
    moving: v.optional(v.picklist(movingDays)),
  }),
);
type Kept = v.InferOutput<typeof Kept>;

/** A filter that a person gave a name. */
export interface SavedFilter {
  name: string;
  /** Its days as they are today. */
  filter: LogFilter;
}

/** All that are saved then, or why it was not done: there are as many as there can be, or another has the name. */
export type Saving =
  | { ok: true; saved: SavedFilter[] }
  | { ok: false; why: 'full' }
  | { ok: false; why: 'taken'; by: string };

/** The filters that this person has saved on this device, by name. */
export function readSavedFilters(pane: PaneState): SavedFilter[] {
  const today = pane.today.peek();
  return read(pane).map(({ name, query, moving }) => ({
    name,
    filter: { ...filterOf(query), ...(moving && daysOf(moving, today)) },
  }));
}

/** Saves `filter` as `name`; in the stead of one of this name only where it `replaces` it. */
export function saveFilter(pane: PaneState, name: string, filter: LogFilter, replaces: boolean): Saving {
  const all = read(pane);
  const taken = withName(all, name, pane);
  if (taken && !replaces) return { ok: false, why: 'taken', by: taken.name };
  const others = all.filter((one) => one !== taken);
  if (others.length >= mostSaved) return { ok: false, why: 'full' };
  const moving = movingIn(filter, pane.today.peek());
  const { from: _from, to: _to, ...rest } = filter;
  const made = moving ? { name, query: queryOf(rest), moving } : { name, query: queryOf(filter) };
  return { ok: true, saved: keep(pane, [...others, made]) };
}

export function renameFilter(pane: PaneState, name: string, newName: string): Saving {
  const all = read(pane);
  const others = all.filter((one) => one.name !== name);
  const taken = withName(others, newName, pane);
  if (taken) return { ok: false, why: 'taken', by: taken.name };
  const renamed = all.map((one) => (one.name === name ? { ...one, name: newName } : one));
  return { ok: true, saved: keep(pane, renamed) };
}

/** What is saved without it, and the way to have it again as long as nothing takes its name. */
export function removeFilter(pane: PaneState, name: string): { saved: SavedFilter[]; undo: () => SavedFilter[] } {
  const all = read(pane);
  const removed = all.filter((one) => one.name === name);
  return {
    saved: keep(
      pane,
      all.filter((one) => one.name !== name),
    ),
    undo: () => keep(pane, [...read(pane), ...removed]),
  };
}

/** The one of this name. Capital letters make no other name. */
function withName(kept: Kept, name: string, pane: PaneState): Kept[number] | undefined {
  const same = (one: string) => one.normalize().toLocaleLowerCase(pane.language.peek());
  return kept.find((one) => one.name === name) ?? kept.find((one) => same(one.name) === same(name));
}

function read(pane: PaneState): Kept {
  const text = pane.services.preferences.get(keyOf(pane));
  const kept = v.safeParse(v.pipe(v.string(), v.parseJson(), Kept), text);
  return kept.success ? kept.output : [];
}

function keep(pane: PaneState, saved: Kept): SavedFilter[] {
  const kept = saved.toSorted((a, b) => a.name.localeCompare(b.name, pane.language.peek()));
  pane.services.preferences.set(keyOf(pane), JSON.stringify(kept));
  return readSavedFilters(pane);
}

/** Several people may use one browser. */
function keyOf(pane: PaneState): string {
  const { tenantId, userId } = pane.services.device.account;
  return `log-filters.${tenantId}.${userId}`;
}
