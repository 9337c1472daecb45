import { batch, computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { EntryId } from '../../domain/ids.ts';
import type { LogFilter } from '../../domain/log-filter.ts';
import type { ContactPlace } from '../contacts/contact-place.ts';
import type { View } from './pane-state.ts';

/** What says which place is shown, and how: what going back restores. */
interface Place {
  view: View;
  entryPlace: EntryId | undefined;
  contactPlace: ContactPlace;
  logFilter: LogFilter;
  summaryFilter: LogFilter | undefined;
  searchText: string;
}

type Places = { readonly [Part in keyof Place]: Signal<Place[Part]> };

interface WayBack {
  /** The view that one step back leads to. */
  readonly backTo: ReadonlySignal<View>;
  back(): void;
}

const mostSteps = 50;

/**
 * Remembers the places one came through, each as it was left. A filter that is set or a word that is typed makes no new
 * place. `start` is where all ways begin: nothing lies behind it, and it lies behind everything.
 */
export function createWayBack(places: Places, start: () => View, ended: AbortSignal): WayBack {
  const steps = signal<readonly Place[]>([]);
  const parts = Object.keys(places) as (keyof Place)[]; // its own keys
  const present = () => Object.fromEntries(parts.map((part) => [part, places[part].value])) as unknown as Place; // all of its parts
  let here: Place | undefined;
  const stop = effect(() => {
    const left = here;
    here = present();
    if (here.view === start()) steps.value = [];
    else if (left && nameOf(left) !== nameOf(here) && !isForm(left))
      steps.value = [...steps.peek(), left].slice(-mostSteps);
  });
  ended.addEventListener('abort', stop, { once: true });

  return {
    backTo: computed(() => steps.value.at(-1)?.view ?? start()),
    back() {
      const to = steps.peek().at(-1);
      const rest = steps.peek().slice(0, -1);
      batch(() => {
        if (to)
          for (const part of parts) (places[part] as Signal<unknown>).value = to[part]; // the part of that name
        else places.view.value = start();
      });
      steps.value = rest;
    },
  };
}

function nameOf({ view, entryPlace, contactPlace }: Place): string {
  if (view === 'entry') return `entry ${entryPlace}`;
  return view === 'contact' ? `contact ${'show' in contactPlace ? contactPlace.show : ''}` : view;
}

/** A new contact that was saved or left is nothing to come back to. */
function isForm({ view, contactPlace }: Place): boolean {
  return view === 'contact' && !('show' in contactPlace);
}
