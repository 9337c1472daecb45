import { usePlaces } from '../header.tsx';
import { useSetUpTexts } from '../set-up/use-texts.ts';
import { usePane } from '../state/pane-context.ts';
import './wide.css';

/** The wide page's first column: where one can go. */
export function WidePlaces() {
  const { view } = usePane();
  const t = useSetUpTexts();
  const places = usePlaces(true);
  return (
    <nav class="places" aria-label={t.log.places}>
      {places.map(([key, text]) => (
        <button
          type="button"
          key={key}
          data-view={key}
          class="option place"
          aria-current={view.value === key ? 'page' : undefined}
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
