import { useSetUpTexts } from '../set-up/use-texts.ts';
import { usePane } from '../state/pane-context.ts';
import type { View } from '../state/pane-state.ts';
import { usePlaces } from '../use-places.ts';
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
  const { view } = usePane();
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
