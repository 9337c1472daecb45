import type { AddComment } from '../../../domain/commands/add-comment.ts';
import { CommentForm, type Written } from '../../history/comment-form.tsx';
import { useKeptDraft } from '../../state/kept-draft.ts';
import { useMessages } from '../../state/pane-context.ts';
import type { MendProps } from './mend-props.ts';

/** A refused comment, its words to be changed. */
export function MendComment({ command, draftKey, send, leave }: MendProps<AddComment>) {
  const t = useMessages();
  const { kept, keep } = useKeptDraft<Written>(draftKey);
  return (
    <CommentForm
      first={kept ?? command}
      button={t.attention.send}
      keep={keep}
      leave={leave}
      save={async (comment) => {
        await send({ ...command, ...comment });
      }}
    />
  );
}
