import { Skeleton } from '../components/skeleton.tsx';
import { useMessages, usePane } from '../state/pane-context.ts';
import { useWatch } from '../state/use-watch.ts';
import { ErasedWork } from './erased-work.tsx';
import { RefusedCard } from './refused-card.tsx';
import { refusedGroups } from './refused-groups.ts';

/** What the server did not accept: why, what was written, and the ways on. */
export function AttentionView() {
  const t = useMessages();
  const pane = usePane();
  const read = useWatch('refused', (reader) =>
    reader.together(async (all) => ({
      groups: refusedGroups(await all.refused()),
      erasedWork: await all.erasedWork(),
    })),
  );
  const { groups, erasedWork = 0 } = read ?? {};
  return (
    <div class="view">
      <h1 class="title">{t.attention.heading}</h1>
      {!groups && <Skeleton rows={3} label={t.pane.loading} />}
      {erasedWork > 0 && <ErasedWork count={erasedWork} />}
      {groups?.length === 0 && erasedWork === 0 && (
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
