import { useState } from 'preact/hooks';
import type { Audience } from '../../domain/choices.ts';
import { useTexts } from '../by-hand/use-texts.ts';
import { Button } from '../components/button.tsx';
import { SelectField, TextArea } from '../components/field.tsx';
import { useMessages } from '../state/pane-context.ts';

export interface Written {
  body: string;
  audience: Audience;
}

/** The words of a comment and who reads them. */
export function CommentForm({
  first,
  button,
  keep,
  save,
  leave,
}: {
  first: Written;
  button: string;
  /** Told of all that is typed. */
  keep?: (comment: Written) => void;
  save: (comment: Written) => Promise<void>;
  leave: () => void;
}) {
  const t = useMessages();
  const { entry: texts } = useTexts();
  const [body, setBody] = useState(first.body);
  const [audience, setAudience] = useState(first.audience);
  const isEmpty = body.trim() === '';
  return (
    <form
      class="cancel"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isEmpty) void save({ body: body.trim(), audience });
      }}
      onKeyDown={(event) => {
        // Enter alone begins a line. What lies around would log the open mail with it.
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        event.stopPropagation();
        event.currentTarget.requestSubmit();
      }}
    >
      <TextArea
        label={texts.commentText}
        rows={3}
        maxLength={10_000}
        autoFocus
        value={body}
        onInput={(event) => {
          setBody(event.currentTarget.value);
          keep?.({ body: event.currentTarget.value, audience });
        }}
      />
      <SelectField
        label={t.form.audience}
        value={audience}
        options={(['team', 'managers'] as const).map((one) => [one, t.form.audiences[one]] as const)}
        choose={(chosen) => {
          setAudience(chosen);
          keep?.({ body, audience: chosen });
        }}
      />
      <div class="actions">
        <Button type="submit" aria-disabled={isEmpty}>
          {button}
        </Button>
        <Button kind="subtle" onClick={leave}>
          {texts.leave}
        </Button>
      </div>
    </form>
  );
}
