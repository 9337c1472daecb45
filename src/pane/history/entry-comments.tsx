import type { CommentId } from '../../domain/ids.ts';
import type { LogEntry } from '../../domain/log-entry.ts';
import { dayIn } from '../../domain/time.ts';
import type { ShownEntry } from '../../store/local-store.ts';
import { useTexts } from '../by-hand/use-texts.ts';
import { LinkedText } from '../components/linked-text.tsx';
import { isNew, UnsentChip } from '../log-list/entry-state.tsx';
import { useKeptDraft } from '../state/kept-draft.ts';
import { namesOfUsers } from '../state/names-of-users.ts';
import { useMessages, usePane } from '../state/pane-context.ts';
import { performAct } from '../state/perform-act.ts';
import { useWatch } from '../state/use-watch.ts';
import { CommentForm, type Written } from './comment-form.tsx';
import { needed } from './needed.ts';

/** The comments of an entry, oldest first, each with who wrote it and when. */
export function EntryComments({ entry }: { entry: LogEntry }) {
  const pane = usePane();
  const t = useMessages();
  const { entry: texts } = useTexts();
  const read = useWatch(`comments ${entry.id}`, async (reader) => {
    const comments = await reader.comments(entry.id);
    const users = [...new Set(comments.map(({ userId }) => userId))];
    return { comments, names: await namesOfUsers(users, reader, pane) };
  });
  if (!read || read.comments.length === 0) return null;
  const { day, time } = pane.format.value;
  const { zone } = pane.services.host.account();
  return (
    <ul class="comments" aria-label={t.history.comments}>
      {read.comments.map((comment) => {
        const when = `${day(dayIn(zone, comment.at), pane.today.value)} ${time(comment.at)}`;
        const who = read.names.get(comment.userId);
        return (
          <li key={comment.id}>
            <p class="comment-by">
              {who ? texts.commentBy(who, when) : when} {isNew(comment) && <UnsentChip />}
            </p>
            {comment.withheld ? (
              <p class="hint">{t.history.withheld}</p>
            ) : (
              <p class="details-note">
                <LinkedText text={comment.body} />
              </p>
            )}
            {comment.text !== '' && (
              <details class="details-text">
                <summary>{t.history.text}</summary>
                <p class="details-note">{comment.text}</p>
              </details>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** Writes one more comment; who reads it is as for the entry's note unless chosen otherwise. */
export function AddCommentForm({ shown, leave }: { shown: ShownEntry; leave: () => void }) {
  const pane = usePane();
  const { entry: texts } = useTexts();
  const { device } = pane.services;
  const { kept, keep, drop } = useKeptDraft<Written>(`comment ${shown.entry.id}`);
  const end = () => {
    drop();
    leave();
  };
  return (
    <CommentForm
      first={kept ?? { body: '', audience: shown.entry.audience }}
      button={texts.commentSave}
      keep={keep}
      leave={end}
      save={async (comment) => {
        const command = {
          ...device.envelope(needed(shown.pending)),
          type: 'add-comment',
          commentId: device.newId() as CommentId, // made for it
          entryId: shown.entry.id,
          ...comment,
        } as const;
        if (await performAct(command, texts.commented, pane)) end();
      }}
    />
  );
}
