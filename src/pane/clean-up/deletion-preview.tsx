import { useState } from 'preact/hooks';
import type { DeletePreview } from '../../protocol/job.ts';
import { Banner } from '../components/banner.tsx';
import { Button } from '../components/button.tsx';
import { usePane } from '../state/pane-context.ts';
import { useCleanUpTexts } from './use-clean-up-texts.ts';

/** What a deletion would take: how much, and which; asked once more by the number before it begins. */
export function DeletionPreview({ preview, begin }: { preview: DeletePreview; begin: () => void }) {
  const pane = usePane();
  const { preview: t, confirm } = useCleanUpTexts();
  const [isAsked, setAsked] = useState(false);
  const { number, day } = pane.format.value;
  const { count, comments, rows } = preview;
  if (count === 0) return <p role="status">{t.none}</p>;
  const counted = [number(count), count] as const;
  const names = new Map(rows.flatMap((row) => (row.kind === 'contact' ? [[row.id, row.name] as const] : [])));
  const entries = rows.filter((row) => row.kind === 'entry');
  return (
    <>
      <section class="deletion" aria-label={t.count(...counted)}>
        <p role="status">
          <strong>{t.count(...counted)}</strong>
        </p>
        {comments > 0 && <p>{t.comments(number(comments), comments)}</p>}
        {entries.length < count && <p class="hint">{t.newest(entries.length)}</p>}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
        <ul class="deletion-list" tabIndex={0} aria-label={t.count(...counted)}>
          {entries.map((entry) => (
            <li key={entry.id} class="deletion-entry">
              <span class="row-day">{day(entry.day, pane.today.value)}</span>
              <span>{entry.description}</span>
              <span class="hint">
                {[names.get(entry.contactId), entry.postponed ? t.draft : t.canceled(entry.canceled.at(-1)?.why ?? '')]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </li>
          ))}
        </ul>
        <p class="hint">{t.unchanged}</p>
      </section>
      <div>
        {isAsked ? (
          <Banner
            tone="danger"
            title={confirm.heading(...counted)}
            actions={
              <>
                <Button onClick={() => setAsked(false)}>{confirm.no}</Button>
                <Button onClick={begin}>{confirm.yes(...counted)}</Button>
              </>
            }
          >
            {confirm.help}
          </Banner>
        ) : (
          <Button kind="primary" onClick={() => setAsked(true)}>
            {t.ask(...counted)}
          </Button>
        )}
      </div>
    </>
  );
}
