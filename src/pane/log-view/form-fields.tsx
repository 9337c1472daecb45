import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../components/button.tsx';
import { TextArea, TextField } from '../components/field.tsx';
import { lazyPart } from '../components/lazy-part.tsx';
import { inAWeek } from '../follow-ups/in-a-week.ts';
import { PlusIcon } from '../icons/icons.tsx';
import { useFirstMessages, usePane } from '../state/pane-context.ts';
import type { LogSubject } from './log-subject.ts';
import { TemplateField } from './template-field.tsx';

export const StoresField = lazyPart(async () => (await import('./stores-field.tsx')).StoresField, 1);
export const FollowUpFields = lazyPart(
  async () => (await import('../follow-ups/follow-up-fields.tsx')).FollowUpFields,
  2,
);
export const MoreFields = lazyPart(async () => (await import('./more-fields.tsx')).MoreFields, 4);

/** As what it is logged: template, description, note, and the folded rest. */
export function FormFields({ subject }: { subject: LogSubject }) {
  const pane = usePane();
  const t = useFirstMessages();
  const form = subject.form.value;
  const [showsNote, setShowsNote] = useState(false);
  const [showsMore, setShowsMore] = useState(false);
  const noteField = useRef<HTMLDivElement>(null);
  const hasNote = showsNote || form.note !== '';
  // Before the next key: what is typed right after the button belongs into the note.
  useLayoutEffect(() => {
    if (showsNote) noteField.current?.querySelector('textarea')?.focus();
  }, [showsNote]);
  return (
    <section class="block" aria-label={t.form.template}>
      <h2 class="heading">{t.form.template}</h2>
      <TemplateField subject={subject} />
      <TextField
        label={t.form.description}
        quiet
        required
        maxLength={100}
        placeholder={t.form.description}
        value={form.description}
        onInput={(event) => subject.change({ description: event.currentTarget.value })}
      />
      {hasNote && (
        <div ref={noteField}>
          <TextArea
            label={t.form.note}
            quiet
            rows={3}
            maxLength={10_000}
            placeholder={t.form.notePlaceholder}
            value={form.note}
            hint={form.note.trim() !== '' && form.level === 'details' ? t.form.noteNotStored : undefined}
            onInput={(event) => subject.change({ note: event.currentTarget.value })}
          />
        </div>
      )}
      {form.followUp && <FollowUpFields subject={subject} />}
      {showsMore && <MoreFields subject={subject} />}
      <div class="actions actions-tight">
        {!hasNote && (
          <Button kind="link" icon={<PlusIcon />} onClick={() => setShowsNote(true)}>
            {t.form.addNote}
          </Button>
        )}
        {!form.followUp && (
          <Button
            kind="link"
            icon={<PlusIcon />}
            onClick={() => subject.change({ followUp: { due: inAWeek(pane.today.value), text: '' } })}
          >
            {t.form.addFollowUp}
          </Button>
        )}
        <Button
          kind="link"
          icon={showsMore ? undefined : <PlusIcon />}
          aria-expanded={showsMore}
          onClick={() => setShowsMore(!showsMore)}
        >
          {showsMore ? t.form.less : t.form.more}
        </Button>
      </div>
      <StoresField subject={subject} hasNote={hasNote} />
    </section>
  );
}
