import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Contact, ContactFields } from '../../domain/contact.ts';
import type { ContactId, SalespersonCode } from '../../domain/ids.ts';
import { isOffered } from '../../domain/offered.ts';
import type { ProblemCode } from '../../domain/problem-code.ts';
import { Banner } from '../components/banner.tsx';
import { Button } from '../components/button.tsx';
import { DraftNotice } from '../components/draft-notice.tsx';
import { SelectField, TextArea, TextField } from '../components/field.tsx';
import { isSame, laidOver } from '../set-up/use-draft.ts';
import { useKeptDraft } from '../state/kept-draft.ts';
import { useMessages, usePane } from '../state/pane-context.ts';
import { CompanyField } from './company-field.tsx';
import {
  type ContactDraft,
  type ContactFault,
  type ContactFaults,
  checkDraft,
  draftOf,
  wrongLines,
} from './contact-draft.ts';
import { ContactNow } from './contact-now.tsx';
import { joining } from './joining.ts';
import { languageName, languagesToChoose } from './language-name.ts';
import { LikelyDuplicates } from './likely-duplicates.tsx';
import { useContactTexts } from './use-contact-texts.ts';
import { useDuplicates } from './use-duplicates.ts';

interface ContactFormProps {
  /** None where it stands in what has one. */
  heading?: string;
  /** The contact that is edited, as it is now; undefined for a new one, whose type can be chosen. */
  contact: Contact | undefined;
  start: ContactDraft;
  /** Names the form, so that what was typed is there again when it was left. */
  draftKey?: string;
  /** Keeps the fields, changed from what the person `saw`; gives the code when that did not work. */
  save: (fields: ContactFields, saw: Contact | undefined) => Promise<ProblemCode | undefined>;
  leave: () => void;
  /** Shows a contact that may be the same, and keeps what was typed; without it, it is only named. */
  lookAt?: (id: ContactId, draft: ContactDraft) => void;
  /** It puts right what was refused. */
  mends?: boolean;
}

/** The fields of a contact. Contacts that may be the same one are shown while it is typed, before anything is saved. */
export function ContactForm({
  heading,
  contact,
  start,
  draftKey,
  save,
  leave,
  lookAt,
  mends = false,
}: ContactFormProps) {
  const pane = usePane();
  const t = useMessages();
  const texts = useContactTexts();
  const { form, page } = texts;
  const { kept, keep, drop } = useKeptDraft<{ draft: ContactDraft; saw: Contact | undefined }>(draftKey);
  const companyKey = draftKey && `${draftKey}, its company`;
  const company = useKeptDraft<ContactDraft>(companyKey);
  const [isUnfinished, setUnfinished] = useState(false);
  const forget = () => {
    drop();
    company.drop();
  };
  const first = useRef(start).current;
  const [isKept, setKept] = useState(kept !== undefined);
  const [draft, setDraft] = useState(kept ? kept.draft : start);
  const [saw, setSaw] = useState(kept ? kept.saw : contact);
  useEffect(() => {
    if (isSame(draft, saw ? draftOf(saw) : first)) drop();
    else keep({ draft, saw });
  }, [draft, saw]);
  const [faults, setFaults] = useState<ContactFaults>({});
  const [problem, setProblem] = useState<ProblemCode>();
  const around = useRef<HTMLFormElement>(null);
  const stored = contact && draftOf(contact);
  const mayNotLift = contact?.privacyBlocked === true && pane.services.device.actor.role === 'salesperson';
  const liftHint = useId();
  const duplicates = useDuplicates(draft, contact?.id);
  const salespeople = (pane.setup.value?.salespeople ?? []).filter(
    (one) => isOffered(one) || one.id === draft.salespersonCode,
  );
  const change = (patch: Partial<ContactDraft>) => {
    setDraft({ ...draft, ...patch });
    setFaults({});
  };
  const wrong = (field: keyof ContactFaults, fault: ContactFault) => {
    const which = wrongLines(draft, field, fault).join(', ');
    return which === '' ? [] : [`${which}:`];
  };
  const text = (field: 'name' | 'email' | 'otherEmails' | 'phones' | 'domains', hint?: string) => {
    const fault = faults[field];
    return {
      value: draft[field],
      'aria-invalid': fault !== undefined,
      hint: fault ? <span class="fault">{[...wrong(field, fault), form.faults[fault]].join(' ')}</span> : hint,
      onInput: (event: { currentTarget: { value: string } }) => change({ [field]: event.currentTarget.value }),
    };
  };
  const submit = async () => {
    const checked = checkDraft(draft);
    // A company that is being entered would be lost: it is created first, or left.
    const isHalfDone = draft.type === 'person' && company.kept !== undefined && company.kept.name.trim() !== '';
    setUnfinished(isHalfDone);
    if (!checked.ok) setFaults(checked.faults);
    if (!checked.ok || isHalfDone) {
      requestAnimationFrame(() => around.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus());
      return;
    }
    const code = await save(checked.fields, saw);
    setProblem(code);
    if (code === undefined) forget();
    if (code !== 'changed-meanwhile' || !saw || !stored) return;
    // From here on the person sees what it is now: only what they changed themselves stands over that.
    setDraft(laidOver(stored, draftOf(saw), draft));
    setSaw(contact);
  };
  const languages = languagesToChoose(pane.setup.value?.templates, [draft.language]);
  const joins = contact ? undefined : joining(draft, duplicates, texts);
  const isPerson = draft.type === 'person';
  return (
    <form
      class="contact-form"
      ref={around}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {heading && <h1 class="title">{heading}</h1>}
      {isKept && !mends && (
        <DraftNotice
          discard={() => {
            setKept(false);
            company.drop();
            setDraft(stored ?? first);
            setSaw(contact);
          }}
        />
      )}
      {problem && (
        <Banner tone="danger" title={t.problems[problem].what}>
          {t.problems[problem].help}
        </Banner>
      )}
      {stored && (mends || problem === 'changed-meanwhile') && <ContactNow stored={stored} typed={draft} />}
      {!contact && (
        <SelectField
          label={form.type}
          value={draft.type}
          options={[
            ['person', page.types.person],
            ['company', page.types.company],
          ]}
          choose={(type) => change({ type })}
        />
      )}
      <TextField label={form.name} maxLength={100} required {...text('name')} />
      {isPerson && (
        <CompanyField
          key={String(isKept)} // discarded, it is what it was at first
          companyId={draft.companyId}
          draftKey={companyKey}
          isUnfinished={isUnfinished}
          choose={(companyId) => {
            setUnfinished(false);
            setDraft((now) => ({ ...now, companyId }));
            setFaults({});
          }}
        />
      )}
      <TextField label={page.email} type="email" spellcheck={false} {...text('email')} />
      <TextArea
        label={form.otherEmails}
        spellcheck={false}
        class="input textarea few"
        {...text('otherEmails', form.perLine)}
      />
      <TextArea label={page.phones} class="input textarea few" {...text('phones', form.perLine)} />
      {!isPerson && (
        <TextArea
          label={form.domains}
          spellcheck={false}
          class="input textarea few"
          {...text('domains', form.perLine)}
        />
      )}
      <SelectField
        label={page.salesperson}
        value={draft.salespersonCode ?? ''}
        options={[
          ['' as SalespersonCode | '', form.noSalesperson] as const,
          ...salespeople.map(({ id, name }) => [id as SalespersonCode | '', name] as const),
        ]}
        choose={(code) => change({ salespersonCode: code === '' ? null : code })}
      />
      <SelectField
        label={page.language}
        value={draft.language}
        options={[
          ['', form.noLanguage] as const,
          ...languages.map((tag) => [tag as string, languageName(tag, pane.language.value)] as const),
        ]}
        choose={(language) => change({ language })}
      />
      <SelectField
        label={page.correspondence}
        value={draft.correspondenceType}
        options={(['', 'email', 'hard-copy', 'fax'] as const).map((type) => [type, t.form.types[type]] as const)}
        choose={(correspondenceType) => change({ correspondenceType })}
      />
      <label class="contact-check">
        <input
          type="checkbox"
          class="checkbox"
          checked={draft.privacyBlocked}
          disabled={mayNotLift}
          aria-describedby={mayNotLift ? liftHint : undefined}
          onChange={(event) => change({ privacyBlocked: event.currentTarget.checked })}
        />
        {form.privacyBlocked}
      </label>
      {mayNotLift && (
        <p class="hint" id={liftHint}>
          {form.liftBlock}
        </p>
      )}
      <LikelyDuplicates found={duplicates} open={lookAt && ((id) => lookAt(id, draft))} />
      {joins && <p class="hint">{form.adds(joins.contact.name, pane.format.value.list(joins.adds))}</p>}
      <div class="actions">
        <Button kind="primary" type="submit">
          {mends
            ? t.attention.send
            : contact
              ? form.save
              : joins
                ? form.addTo(joins.contact.name)
                : duplicates.length > 0
                  ? form.createAnyway
                  : form.create}
        </Button>
        <Button
          kind="subtle"
          onClick={() => {
            forget();
            leave();
          }}
        >
          {contact ? form.keep : form.dontCreate}
        </Button>
      </div>
    </form>
  );
}
