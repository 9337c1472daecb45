import type { LogEntry } from '../../domain/log-entry.ts';
import { dayIn } from '../../domain/time.ts';
import { useTexts } from '../by-hand/use-texts.ts';
import { namesOfUsers } from '../state/names-of-users.ts';
import { useMessages, usePane } from '../state/pane-context.ts';
import { useWatch } from '../state/use-watch.ts';
import { fieldInWords } from './field-in-words.ts';

/** What was corrected on an entry: who, when, and what stood there before; the latest first. */
export function CorrectionList({ entry }: { entry: LogEntry }) {
  const pane = usePane();
  const t = useMessages();
  const { entry: texts } = useTexts();
  const { corrections } = entry;
  const users = [...new Set(corrections.map(({ by }) => by))];
  const names = useWatch(`correctors ${users.join(' ')}`, (reader) => namesOfUsers(users, reader, pane));
  if (corrections.length === 0) return null;
  const { day, time } = pane.format.value;
  return (
    <details class="details-text">
      <summary>{texts.corrections(corrections.length)}</summary>
      <ul class="comments">
        {corrections.toReversed().map((one) => {
          const before = one.field === 'note' ? one.from : fieldInWords(one.field, one.from, pane, entry.zone);
          const when = `${day(dayIn(pane.services.host.account().zone, one.at), pane.today.value)} ${time(one.at)}`;
          return (
            <li key={`${one.commandId} ${one.field}`}>
              <p class="comment-by">{[names?.get(one.by), when].filter(Boolean).join(', ')}</p>
              <p>{texts.was(t.payload.fields[one.field], before === '' ? texts.empty : before)}</p>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
