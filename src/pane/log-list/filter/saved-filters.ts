import * as v from 'valibot';
import type { LogFilter } from '../../../domain/log-filter.ts';
import type { PaneState } from '../../state/pane-state.ts';
import { filterOf, queryOf } from './filter-query.ts';

const longestName = 60;
const mostSaved = 50;

const Kept = v.array(v.object({ name: v.pipe(v.string(), v.maxLength(longestName)), query: v.string() }));

/** A filter that a person gave a name. */
export interface SavedFilter {
  name: string;
  filter: LogFilter;
}

/** The filters that this person has saved on this device, by name. */
export function readSavedFilters(pane: PaneState): SavedFilter[] {
  const text = pane.services.preferences.get(keyOf(pane));
  const kept = v.safeParse(v.pipe(v.string(), v.parseJson(), Kept), text);
  return kept.success ? kept.output.map(({ name, query }) => ({ name, filter: filterOf(query) })) : [];
}

/** Saves `filter` as `name`, in the stead of one of this name. Gives all there are then. */
export function saveFilter(pane: PaneState, name: string, filter: LogFilter): SavedFilter[] {
  const others = readSavedFilters(pane).filter((one) => one.name !== name);
  return keep(pane, [...others, { name, filter }]);
}

export function renameFilter(pane: PaneState, name: string, newName: string): SavedFilter[] {
  const all = readSavedFilters(pane).filter((one) => one.name === name || one.name !== newName);
  return keep(
    pane,
    all.map((one) => (one.name === name ? { ...one, name: newName } : one)),
  );
}

export function removeFilter(pane: PaneState, name: string): SavedFilter[] {
  return keep(
    pane,
    readSavedFilters(pane).filter((one) => one.name !== name),
  );
}

function keep(pane: PaneState, saved: readonly SavedFilter[]): SavedFilter[] {
  const kept = saved.toSorted((a, b) => a.name.localeCompare(b.name, pane.language.peek())).slice(0, mostSaved);
  const written = kept.map(({ name, filter }) => ({ name, query: queryOf(filter) }));
  pane.services.preferences.set(keyOf(pane), JSON.stringify(written));
  return kept;
}

/** Several people may use one browser. */
function keyOf(pane: PaneState): string {
  const { tenantId, userId } = pane.services.device.account;
  return `log-filters.${tenantId}.${userId}`;
}
