import { useEffect, useRef } from 'preact/hooks';
import { useTexts } from '../by-hand/use-texts.ts';
import { Button } from '../components/button.tsx';
import { TextField } from '../components/field.tsx';
import { PillChoice } from '../components/pill-choice.tsx';
import type { FollowUpChoice } from '../log-view/choices.ts';
import type { LogSubject } from '../log-view/log-subject.ts';

/** The follow-up on a form: when, and what is to be done. Untouched it makes none; it can be taken away again. */
export function FollowUpFields({ subject }: { subject: LogSubject }) {
  const { followUp: t } = useTexts();
  const around = useRef<HTMLDivElement>(null);
  const { chosen, followUp = { due: '', text: '' } } = subject.form.value;
  const { due, text, isTouched = false, isForFirst = false } = followUp;
  const [first, ...others] = chosen;
  const change = (patch: Partial<FollowUpChoice>) => subject.change({ followUp: { ...followUp, ...patch } });
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
        onInput={(event) => change({ due: event.currentTarget.value, isTouched: true })}
      />
      <TextField
        label={t.text}
        maxLength={250}
        placeholder={t.placeholder}
        value={text}
        required={isTouched}
        onInput={(event) => change({ text: event.currentTarget.value, isTouched: true })}
      />
      {first && others.length > 0 && (
        <PillChoice
          label={t.forWhom}
          value={isForFirst ? 'first' : 'each'}
          options={[
            ['each', t.forEach(chosen.length)],
            ['first', t.forFirst(first.name)],
          ]}
          choose={(whom) => change({ isForFirst: whom === 'first' })}
        />
      )}
      <div class="actions actions-tight">
        <Button kind="link" onClick={() => subject.change({ followUp: undefined })}>
          {t.remove}
        </Button>
      </div>
    </div>
  );
}
