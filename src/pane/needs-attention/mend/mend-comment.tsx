import type { AddComment } from '../../../domain/commands/add-comment.ts';
import { CommentForm } from '../../history/comment-form.tsx';
import { useMessages } from '../../state/pane-context.ts';
import type { MendProps } from './mend-props.ts';

/** A refused comment, its words to be changed. */
export function MendComment({ command, send, leave }: MendProps<AddComment>) {
  const t = useMessages();
  return (
    <CommentForm
      first={command}
      button={t.attention.send}
      leave={leave}
      save={async (comment) => {
        await send({ ...command, ...comment });
      }}
    />
  );
}
