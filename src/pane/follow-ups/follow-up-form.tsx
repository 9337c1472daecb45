import { useState } from 'preact/hooks';
import * as v from 'valibot';
import { type Day, TypedDay } from '../../domain/time.ts';
import { useTexts } from '../by-hand/use-texts.ts';
import { Button } from '../components/button.tsx';
import { TextField } from '../components/field.tsx';
import { useMessages, usePane } from '../state/pane-context.ts';
import { inAWeek } from './in-a-week.ts';

/** As it is typed. */
export interface WrittenFollowUp {
  due: string;
  text: string;
}

/** Date and line of a follow-up. `save` is given what is valid. */
export function FollowUpForm({
  first,
  keep,
  save,
  leave,
}: {
  first?: WrittenFollowUp | undefined;
  /** Told of all that is typed. */
  keep?: (followUp: WrittenFollowUp) => void;
  save: (due: Day, text: string) => Promise<void>;
  leave: () => void;
}) {
  const { today } = usePane();
  const t = useMessages();
  const texts = useTexts();
  const [due, setDue] = useState<string>(first?.due ?? inAWeek(today.peek()));
  const [text, setText] = useState(first?.text ?? '');
  const day = v.safeParse(TypedDay, due);
  const isComplete = day.success && text.trim() !== '';
  return (
    <form
      class="cancel"
      onSubmit={(event) => {
        event.preventDefault();
        if (isComplete) void save(day.output, text.replace(/\s+/g, ' ').trim());
      }}
    >
      <TextField
        label={texts.followUp.due}
        type="date"
        required
        value={due}
        onInput={(event) => {
          setDue(event.currentTarget.value);
          keep?.({ due: event.currentTarget.value, text });
        }}
        hint={day.success ? undefined : t.form.cannot.followUp}
      />
      <TextField
        label={texts.followUp.text}
        required
        maxLength={250}
        autoFocus
        placeholder={texts.followUp.placeholder}
        value={text}
        onInput={(event) => {
          setText(event.currentTarget.value);
          keep?.({ due, text: event.currentTarget.value });
        }}
      />
      <div class="actions">
        <Button type="submit" aria-disabled={!isComplete}>
          {texts.followUp.save}
        </Button>
        <Button kind="subtle" onClick={leave}>
          {texts.entry.leave}
        </Button>
      </div>
    </form>
  );
}
