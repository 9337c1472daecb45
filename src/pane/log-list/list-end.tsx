import { Button } from '../components/button.tsx';
import type { LogShown } from './create-log-source.ts';
import type { ListRow } from './merge-rows.ts';
import { useLogListTexts } from './use-log-list-texts.ts';

/** Where what is shown comes from, and whether there is more. */
export function ListEnd({
  rows,
  server,
  isLooking,
  hasMore,
  more,
  refresh,
}: {
  rows: readonly ListRow[];
  server: LogShown['server'];
  /** What this device holds is still being looked through. */
  isLooking: boolean;
  hasMore: boolean;
  more: () => void;
  refresh: () => void;
}) {
  const t = useLogListTexts();
  const far = rows.filter(({ from }) => from === 'server').length;
  return (
    <div class="list-end">
      {hasMore && (
        <Button aria-disabled={server === 'asking'} onClick={() => server !== 'asking' && more()}>
          {t.more}
        </Button>
      )}
      <p class="hint" role="status">
        {isLooking ? t.source.searching : server === 'asking' && t.source.asking}
        {server === 'unknown' && t.source.unknown}
        {server === 'known' && [hasMore ? '' : t.source.end, far > 0 ? t.source.server(far) : ''].join(' ').trim()}
      </p>
      {server !== 'asking' && (
        <Button kind="link" onClick={refresh}>
          {t.refresh}
        </Button>
      )}
    </div>
  );
}
