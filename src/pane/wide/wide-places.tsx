import { useEffect } from 'preact/hooks';
import { useSetUpTexts } from '../set-up/use-texts.ts';
import { usePane } from '../state/pane-context.ts';
import type { View } from '../state/pane-state.ts';
import { usePlaces } from '../use-places.ts';
import { followAddress } from './follow-address.ts';
import './wide.css';

/** Views that one comes to from another place only. */
const parents: Partial<Record<View, View>> = {
  contact: 'contacts',
  import: 'contacts',
  matching: 'settings',
  entry: 'log',
};

/** The wide page's first column: where one can go. */
export function WidePlaces() {
  const pane = usePane();
  const { view } = pane;
  useEffect(() => {
    const { address } = pane.services;
    const ended = new AbortController();
    if (address) followAddress(pane, address, AbortSignal.any([ended.signal, pane.signal]));
    return () => ended.abort();
  }, [pane]);
  const t = useSetUpTexts();
  const places = usePlaces();
  const within = parents[view.value] ?? view.value;
  return (
    <nav class="places" aria-label={t.log.places}>
      {places.map(([key, text]) => (
        <button
          type="button"
          key={key}
          data-view={key}
          class="option place"
          aria-current={within === key ? 'page' : undefined}
          onClick={() => {
            view.value = key;
          }}
        >
          {text}
        </button>
      ))}
    </nav>
  );
}
