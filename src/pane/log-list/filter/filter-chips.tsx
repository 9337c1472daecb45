import type { LogFilter } from '../../../domain/log-filter.ts';
import { Button } from '../../components/button.tsx';
import { useLogListTexts } from '../use-log-list-texts.ts';
import { usePartsInWords } from './parts-in-words.ts';
import { withoutPart } from './quick-filters.ts';

/** What narrows the list, each part to be taken away. */
export function FilterChips({ filter, change }: { filter: LogFilter; change: (filter: LogFilter) => void }) {
  const t = useLogListTexts();
  const parts = usePartsInWords(filter);
  if (parts.length === 0) return null;
  return (
    <ul class="filter-chips" aria-label={t.filter.chips}>
      {parts.map(({ text, part }) => (
        <li key={text} class="filter-chip">
          <span>{text}</span>
          <Button
            kind="subtle"
            icon={<span aria-hidden="true">×</span>}
            aria-label={t.filter.remove(text)}
            title={t.filter.remove(text)}
            onClick={() => change(withoutPart(filter, part))}
          />
        </li>
      ))}
      <li>
        <Button kind="link" onClick={() => change({})}>
          {t.filter.clear}
        </Button>
      </li>
    </ul>
  );
}
