import { useState } from 'preact/hooks';
import type { ContactId } from '../../domain/ids.ts';
import type { ProblemCode } from '../../domain/problem-code.ts';
import { Button } from '../components/button.tsx';
import { TextField } from '../components/field.tsx';
import { useKeptState } from '../state/kept-draft.ts';
import { useMessages, usePane } from '../state/pane-context.ts';
import { type ContactFaults, checkDraft, draftOf } from './contact-draft.ts';
import { sayMade } from './say-made.ts';
import { useContactTexts } from './use-contact-texts.ts';
import { useDuplicates } from './use-duplicates.ts';

/** A company that is made while one of its people is entered. One that is there already is offered in its stead. */
export function NewCompany({
  draftKey,
  isUnfinished,
  done,
  leave,
}: {
  draftKey: string | undefined;
  isUnfinished: boolean;
  done: (id: ContactId) => void;
  leave: () => void;
}) {
  const { device } = usePane().services;
  const pane = usePane();
  const t = useMessages();
  const words = useContactTexts();
  const { form, duplicates: texts } = words;
  const [draft, setDraft] = useKeptState(draftKey, () =>
    draftOf({ type: 'company', salespersonCode: device.account.salespersonCode }),
  );
  const [faults, setFaults] = useState<ContactFaults>({});
  const [problem, setProblem] = useState<ProblemCode>();
  const likely = useDuplicates(draft, undefined).filter(({ contact }) => contact.type === 'company');
  const change = (patch: Partial<typeof draft>) => {
    setDraft({ ...draft, ...patch });
    setFaults({});
  };
  const create = async () => {
    const checked = checkDraft(draft);
    if (!checked.ok) return setFaults(checked.faults);
    const contactId = device.newId() as ContactId; // a new UUID
    const { fields } = checked;
    const result = await device.perform({ ...device.envelope(), type: 'create-contact', contactId, fields });
    if (result.outcome !== 'saved') return setProblem(result.code);
    done(await sayMade(contactId, fields.name, pane, words));
  };
  const field = (name: 'name' | 'domains', hint?: string) => {
    const fault = faults[name];
    return {
      value: draft[name],
      'aria-invalid': fault !== undefined,
      hint: fault ? <span class="fault">{form.faults[fault]}</span> : hint,
      onInput: (event: { currentTarget: { value: string } }) => change({ [name]: event.currentTarget.value }),
      // Enter would send the form of the person around it.
      onKeyDown: (event: KeyboardEvent) => {
        if (event.key !== 'Enter') return;
        event.preventDefault();
        void create();
      },
    };
  };
  return (
    <fieldset class="new-company">
      <legend class="visually-hidden">{form.newCompany}</legend>
      {problem && <p role="alert">{t.problems[problem].what}</p>}
      <TextField
        label={form.companyName}
        maxLength={100}
        autoFocus
        {...field('name')}
        {...(isUnfinished &&
          draft.name.trim() !== '' && {
            'aria-invalid': true,
            hint: <span class="fault">{form.companyUnfinished}</span>,
          })}
      />
      <TextField label={form.domains} spellcheck={false} {...field('domains', form.companyDomainsHelp)} />
      {likely.map(({ contact, why }) => (
        <p key={contact.id} class="hint">
          {texts.has(contact.name, texts.same[why])}{' '}
          <Button kind="link" onClick={() => done(contact.id)}>
            {form.takeCompany(contact.name)}
          </Button>
        </p>
      ))}
      <div class="actions">
        <Button onClick={() => void create()}>{form.createCompany}</Button>
        <Button kind="subtle" onClick={leave}>
          {form.chooseCompany}
        </Button>
      </div>
    </fieldset>
  );
}
