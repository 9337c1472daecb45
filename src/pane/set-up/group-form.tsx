import { useState } from 'preact/hooks';
import type { Translated } from '../../domain/choices.ts';
import type { InteractionGroup } from '../../domain/interaction-group.ts';
import { isOffered } from '../../domain/offered.ts';
import type { Setup } from '../../store/local-store.ts';
import { TextField } from '../components/field.tsx';
import { OpenLogLink } from '../log-list/open-log-link.tsx';
import { useMessages, usePane } from '../state/pane-context.ts';
import { fieldHint } from './field-error.tsx';
import { Remove } from './remove.tsx';
import { type Mending, type NotSaved, saveSetUp, seen } from './save-set-up.ts';
import { SetUpForm } from './set-up-form.tsx';
import { storedNow } from './stored-now.tsx';
import { codeError } from './template-draft.ts';
import { TextsField, textsInWords } from './texts-field.tsx';
import { mended, useDraft } from './use-draft.ts';
import { useSetUpTexts } from './use-texts.ts';

interface GroupDraft {
  code: string;
  texts: readonly (readonly [language: string, text: string])[];
}

/** An interaction group's code and its texts. */
export function GroupForm({
  group,
  setup,
  saved,
  removed,
  mending,
}: {
  group: InteractionGroup | undefined;
  setup: Setup;
  saved?: (code: string) => void;
  removed?: () => void;
  mending?: Mending<'group'>;
}) {
  const pane = usePane();
  const t = useMessages();
  const words = useSetUpTexts();
  const wanted = mending?.change;
  const id = group?.id ?? wanted?.code ?? '';
  const stored: GroupDraft = draftOf(id, group?.description ?? { [pane.language.value]: '' });
  const draft = useDraft(stored, seen(group), {
    key: mending?.draftKey ?? `group ${id}`,
    first: wanted && mended(stored, draftOf(id, wanted.description), wanted.saw && draftOf(id, wanted.saw.description)),
  });
  const { code, texts } = draft.fields;
  const [errors, setErrors] = useState<{ code?: string | undefined; texts?: string | undefined }>({});
  const [refusal, setRefusal] = useState<NotSaved>();
  const [removal, setRemoval] = useState<string>();
  const templates = setup.templates.filter((one) => isOffered(one) && one.groupCode === group?.id);
  const isAdmin = pane.services.device.account.role === 'admin';

  const save = async () => {
    const wrong = group ? undefined : codeError(code, 10, setup.groups);
    const description = Object.fromEntries(
      texts.map(([language, text]) => [language, text.trim()] as const).filter(([, text]) => text !== ''),
    );
    const found = {
      code: wrong && words.errors[wrong],
      texts: Object.keys(description).length === 0 ? words.errors['text-missing'] : undefined,
    };
    setErrors(found);
    if (found.code || found.texts) return pane.announce(words.notSaved);
    const change = { what: 'group', code, description, saw: draft.saw } as const;
    const refused = await (mending ? mending.save(change) : saveSetUp(pane, change));
    setRefusal(refused);
    if (!refused) {
      draft.saved();
      return saved?.(code.trim().toUpperCase());
    }
    if (refused.code === 'changed-meanwhile') draft.look();
    pane.announce(t.problems[refused.code].what);
  };
  const remove = async () => {
    if (!group) return;
    if (templates.length > 0) return setRemoval(words.removing.groupUsed(templates.map(({ id }) => id).join(', ')));
    const refused = await saveSetUp(pane, { what: 'delete-group', code: group.id });
    if (refused) return setRemoval(t.problems[refused.code].what);
    removed?.();
  };
  return (
    <>
      <SetUpForm
        errors={errors}
        draft={draft}
        refusal={refusal}
        isGone={group?.deleted === true}
        now={storedNow(stored, draft.fields, { texts: [words.template.texts, textsInWords(stored.texts)] })}
        button={words.groups.save}
        save={save}
        leave={mending?.leave}
      >
        <TextField
          label={words.template.code}
          maxLength={10}
          spellcheck={false}
          readOnly={group !== undefined}
          value={code}
          aria-invalid={errors.code !== undefined}
          hint={fieldHint(errors.code, group ? undefined : words.template.codeHelp)}
          onInput={(event) => draft.change({ code: event.currentTarget.value })}
        />
        <TextsField
          isFixed={!isAdmin}
          texts={texts}
          error={errors.texts}
          change={(next) => draft.change({ texts: next })}
        />
      </SetUpForm>
      {group && !mending && <OpenLogLink filter={{ group: group.id }} />}
      {isAdmin && group && !mending && (
        <Remove label={words.groups.remove} question={words.removing.group(group.id)} error={removal} remove={remove} />
      )}
    </>
  );
}

function draftOf(code: string, description: Translated): GroupDraft {
  return { code, texts: Object.entries(description) };
}
