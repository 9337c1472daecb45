import { Skeleton } from '../components/skeleton.tsx';
import { useMessages, usePane } from '../state/pane-context.ts';
import { useWatch } from '../state/use-watch.ts';
import { RefusedCard } from './refused-card.tsx';
import { refusedGroups } from './refused-groups.ts';

/** What the server did not accept: why, what was written, and the ways on. */
export function AttentionView() {
  const t = useMessages();
  const pane = usePane();
  const groups = useWatch('refused', async (reader) => refusedGroups(await reader.refused()));
  return (
    <div class="view">
      <h1 class="title">{t.attention.heading}</h1>
      {!groups && <Skeleton rows={3} label={t.pane.loading} />}
      {groups?.length === 0 && (
        <div>
          <p>{t.attention.none}</p>
          <p class="hint">{t.attention.noneHelp}</p>
        </div>
      )}
      {groups?.map((group) => (
        <RefusedCard key={group.cause.command.id} group={group} pane={pane} />
      ))}
    </div>
  );
}
