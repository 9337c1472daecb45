import type { LogEntry } from '../../domain/log-entry.ts';
import { dayIn } from '../../domain/time.ts';
import { useTexts } from '../by-hand/use-texts.ts';
import { corrections } from '../entry-page/entry-events.ts';
import { namesOfUsers } from '../state/names-of-users.ts';
import { usePane } from '../state/pane-context.ts';
import { useWatch } from '../state/use-watch.ts';
import { ChangeList } from './change-list.tsx';

/** What was corrected on an entry: who, when, what stood there before and what it became; the latest first. */
export function CorrectionList({ entry }: { entry: LogEntry }) {
  const pane = usePane();
  const { entry: texts } = useTexts();
  const events = corrections(entry);
  const users = [...new Set(events.map(({ by }) => by))];
  const names = useWatch(`correctors ${users.join(' ')}`, (reader) => namesOfUsers(users, reader, pane));
  if (events.length === 0) return null;
  const { day, time } = pane.format.value;
  const count = events.reduce((sum, { changes }) => sum + changes.length, 0);
  return (
    <details class="details-text">
      <summary>{texts.corrections(count)}</summary>
      <ul class="comments">
        {events.map(({ commandId, by, at, changes }) => {
          const when = `${day(dayIn(pane.services.host.account().zone, at), pane.today.value)} ${time(at)}`;
          return (
            <li key={commandId}>
              <p class="comment-by">{[names?.get(by), when].filter(Boolean).join(', ')}</p>
              <ChangeList changes={changes} zone={entry.zone} />
            </li>
          );
        })}
      </ul>
    </details>
  );
}
