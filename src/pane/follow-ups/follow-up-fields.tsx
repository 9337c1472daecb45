import { useEffect, useRef } from 'preact/hooks';
import { useTexts } from '../by-hand/use-texts.ts';
import { TextField } from '../components/field.tsx';
import type { LogSubject } from '../log-view/log-subject.ts';

/** The follow-up on a form: when, and what is to be done. An empty line makes none. */
export function FollowUpFields({ subject }: { subject: LogSubject }) {
  const { followUp: t } = useTexts();
  const around = useRef<HTMLDivElement>(null);
  const { due = '', text = '' } = subject.form.value.followUp ?? {};
  const [first, ...others] = subject.form.value.chosen;
  useEffect(() => {
    if (text === '') around.current?.querySelector<HTMLElement>('input[type=text]')?.focus();
  }, []);
  return (
    <div class="follow-up-fields" ref={around}>
      <TextField
        label={t.due}
        type="date"
        required={text !== ''}
        value={due}
        onInput={(event) => subject.change({ followUp: { due: event.currentTarget.value, text } })}
      />
      <TextField
        label={t.text}
        maxLength={250}
        hint={first && others.length > 0 ? t.withFirst(first.name) : undefined}
        placeholder={t.placeholder}
        value={text}
        onInput={(event) => subject.change({ followUp: { due, text: event.currentTarget.value } })}
      />
    </div>
  );
}
