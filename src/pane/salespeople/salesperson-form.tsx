import { useState } from 'preact/hooks';
import { parseEmailAddress } from '../../domain/email-address.ts';
import type { Salesperson } from '../../domain/salesperson.ts';
import type { UsersResponse } from '../../protocol/account.ts';
import type { Setup } from '../../store/local-store.ts';
import { TextField } from '../components/field.tsx';
import { OpenLogLink } from '../log-list/open-log-link.tsx';
import { fieldHint } from '../set-up/field-error.tsx';
import { Remove } from '../set-up/remove.tsx';
import { type Mending, type NotSaved, saveSetUp, seen } from '../set-up/save-set-up.ts';
import { SetUpForm } from '../set-up/set-up-form.tsx';
import { storedNow } from '../set-up/stored-now.tsx';
import { codeError } from '../set-up/template-draft.ts';
import { mended, useDraft } from '../set-up/use-draft.ts';
import { useSetUpTexts } from '../set-up/use-texts.ts';
import { useMessages, usePane } from '../state/pane-context.ts';
import type { Asked } from '../whole-log/use-look-up.ts';
import { InviteForm } from './invite-form.tsx';
import { useSalespeopleTexts } from './use-salespeople-texts.ts';

type Field = 'code' | 'name' | 'email';
const fields: readonly Field[] = ['code', 'name', 'email'];

/** A salesperson's code, name and address, and below for admins who signs in as that salesperson. */
export function SalespersonForm({
  salesperson,
  setup,
  users,
  saved,
  removed,
  mending,
}: {
  salesperson: Salesperson | undefined;
  setup: Setup;
  /** Absent where a refused change is mended. */
  users?: Asked<UsersResponse['users']>;
  saved?: (code: string) => void;
  removed?: () => void;
  mending?: Mending<'salesperson'>;
}) {
  const pane = usePane();
  const t = useMessages();
  const setUp = useSetUpTexts();
  const words = useSalespeopleTexts();
  const wanted = mending?.change;
  const id = salesperson?.id ?? wanted?.code ?? '';
  const stored = draftOf(id, salesperson);
  const over = useDraft(stored, seen(salesperson), {
    key: mending?.draftKey ?? `salesperson ${id}`,
    first: wanted && mended(stored, draftOf(id, wanted.fields), wanted.saw && draftOf(id, wanted.saw)),
  });
  const { fields: draft, change } = over;
  const [errors, setErrors] = useState<Partial<Record<Field, string>>>({});
  const [refusal, setRefusal] = useState<NotSaved>();
  const [removal, setRemoval] = useState<string>();
  const isAdmin = pane.services.device.account.role === 'admin';
  const signedInAs = users?.answer?.known
    ? users.answer.value.filter((user) => user.salespersonCode === salesperson?.id).map(({ name }) => name)
    : [];

  const check = (): Partial<Record<Field, string>> => {
    const found: Partial<Record<Field, string>> = {};
    const code = salesperson ? undefined : codeError(draft.code, 20, setup.salespeople);
    if (code) found.code = setUp.errors[code];
    if (draft.name.trim() === '') found.name = words.errors.name;
    if (draft.email.trim() !== '' && !parseEmailAddress(draft.email)) found.email = words.errors.email;
    return found;
  };
  const save = async () => {
    const found = check();
    setErrors(found);
    if (Object.keys(found).length > 0) return pane.announce(setUp.notSaved);
    const asked = {
      what: 'salesperson',
      code: draft.code,
      fields: { name: draft.name, email: draft.email.trim() },
      saw: over.saw,
    } as const;
    const refused = await (mending ? mending.save(asked) : saveSetUp(pane, asked));
    const field = refused?.code === 'changed-meanwhile' ? undefined : fields.find((one) => one === refused?.field);
    setRefusal(field ? undefined : refused);
    if (!refused) {
      over.saved();
      return saved?.(draft.code.trim().toUpperCase());
    }
    if (field) setErrors({ [field]: t.problems[refused.code].what });
    if (refused.code === 'changed-meanwhile') over.look();
  };
  const remove = async () => {
    if (!salesperson) return;
    const refused = await saveSetUp(pane, { what: 'delete-salesperson', code: salesperson.id });
    if (refused) return setRemoval(t.problems[refused.code].what);
    removed?.();
  };
  const typed = (field: Field, help?: string) => ({
    value: draft[field],
    'aria-invalid': errors[field] !== undefined,
    hint: fieldHint(errors[field], help),
    onInput: (event: { currentTarget: HTMLInputElement }) => change({ [field]: event.currentTarget.value }),
  });
  const now = storedNow(stored, draft, {
    name: [words.name, stored.name],
    email: [words.email, stored.email],
  });
  return (
    <>
      <SetUpForm
        errors={errors}
        draft={over}
        refusal={refusal}
        isGone={salesperson?.deleted === true}
        now={salesperson ? now : []}
        button={words.save}
        save={save}
        leave={mending?.leave}
      >
        <TextField
          label={words.code}
          maxLength={20}
          spellcheck={false}
          readOnly={salesperson !== undefined}
          {...typed('code', salesperson ? undefined : words.codeHelp)}
        />
        <TextField label={words.name} maxLength={100} {...typed('name')} />
        <TextField label={words.email} maxLength={320} inputMode="email" {...typed('email', words.emailHelp)} />
      </SetUpForm>
      {salesperson && !mending && <OpenLogLink filter={{ salesperson: salesperson.id }} />}
      {isAdmin && salesperson && !salesperson.deleted && users && (
        <InviteForm
          salesperson={salesperson}
          users={users}
          isUnsaved={draft.name !== stored.name || draft.email !== stored.email}
        />
      )}
      {isAdmin && salesperson && !mending && (
        <Remove label={words.remove} question={words.removing(salesperson.id)} error={removal} remove={remove}>
          {signedInAs.length > 0 && <p>{words.signsIn(pane.format.value.list(signedInAs))}</p>}
        </Remove>
      )}
    </>
  );
}

function draftOf(code: string, fields: { name: string; email: string } | undefined): Record<Field, string> {
  return { code, name: fields?.name ?? '', email: fields?.email ?? '' };
}
