import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { addressesOf } from '../../domain/addresses-of.ts';
import { Button } from '../components/button.tsx';
import { TextArea, TextField } from '../components/field.tsx';
import { PillChoice } from '../components/pill-choice.tsx';
import { FollowUpFields } from '../follow-ups/follow-up-fields.tsx';
import { inAWeek } from '../follow-ups/in-a-week.ts';
import { PlusIcon } from '../icons/icons.tsx';
import { AmountsField } from '../log-view/amounts-field.tsx';
import type { FormPerson } from '../log-view/form-people.ts';
import type { LogSubject } from '../log-view/log-subject.ts';
import { MoreFields } from '../log-view/more-fields.tsx';
import { StoresField } from '../log-view/stores-field.tsx';
import { TemplateField } from '../log-view/template-field.tsx';
import { isCall } from '../log-view/via-of.ts';
import { useMessages, usePane } from '../state/pane-context.ts';
import { useTexts } from './use-texts.ts';

/** What it was and how it went: what a call needs is seen, the rest is folded. */
export function ByHandFields({ subject }: { subject: LogSubject }) {
  const pane = usePane();
  const t = useMessages();
  const form = subject.form.value;
  const [showsNote, setShowsNote] = useState(false);
  const [showsMore, setShowsMore] = useState(false);
  const noteField = useRef<HTMLDivElement>(null);
  const hasNote = showsNote || form.note !== '';
  useEffect(() => {
    if (showsNote) noteField.current?.querySelector('textarea')?.focus();
  }, [showsNote]);
  const call = form.template !== undefined && isCall(form.template, pane.setup.value);
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
      <PillChoice
        label={t.form.reached}
        value={form.attemptFailed ? 'no' : 'yes'}
        options={[
          ['yes', t.form.wasReached],
          ['no', t.form.attemptFailed],
        ]}
        choose={(reached) => subject.change({ attemptFailed: reached === 'no' })}
      />
      {(call || showsMore) &&
        form.chosen.map((person) => (
          <Via key={person.key} person={person} subject={subject} isOnly={form.chosen.length === 1} />
        ))}
      <AmountsField subject={subject} />
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
      {showsMore && <MoreFields subject={subject} isByHand />}
      {showsMore && <StoresField subject={subject} hasNote={hasNote} />}
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
    </section>
  );
}

/** The number or address that was used; those of the contact are offered. */
function Via({ person, subject, isOnly }: { person: FormPerson; subject: LogSubject; isOnly: boolean }) {
  const { byHand } = useTexts();
  const id = useId();
  const { key, contact, name } = person;
  const value = subject.form.value.via[key] ?? '';
  const known = contact ? [...contact.phones, ...addressesOf(contact)] : [];
  const number = contact?.phones.find((phone) => phone === value);
  return (
    <div class="via">
      <TextField
        label={isOnly ? byHand.via : byHand.viaOf(name)}
        maxLength={320}
        list={`${id}-known`}
        value={value}
        onInput={(event) => {
          const typed = event.currentTarget.value;
          subject.change((choices) => ({ ...choices, via: { ...choices.via, [key]: typed } }));
        }}
      />
      <datalist id={`${id}-known`}>
        {known.map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
      {number && (
        <a class="button button-link" href={`tel:${number.replace(/[^+\d]/g, '')}`}>
          {byHand.dial(number)}
        </a>
      )}
    </div>
  );
}
