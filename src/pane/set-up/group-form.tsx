import { useState } from 'preact/hooks';
import type { InteractionGroup } from '../../domain/interaction-group.ts';
import { isOffered } from '../../domain/offered.ts';
import type { Setup } from '../../store/local-store.ts';
import { Button } from '../components/button.tsx';
import { TextField } from '../components/field.tsx';
import { useMessages, usePane } from '../state/pane-context.ts';
import { fieldHint } from './field-error.tsx';
import { Remove } from './remove.tsx';
import { saveSetUp } from './save-set-up.ts';
import { codeError } from './template-draft.ts';
import { TextsField } from './texts-field.tsx';
import { useDraft } from './use-draft.ts';
import { useSetUpTexts } from './use-texts.ts';

/** An interaction group's code and its texts. */
export function GroupForm({
  group,
  setup,
  saved,
  removed,
}: {
  group: InteractionGroup | undefined;
  setup: Setup;
  saved: (code: string) => void;
  removed: () => void;
}) {
  const pane = usePane();
  const t = useMessages();
  const words = useSetUpTexts();
  const [{ code, texts }, change] = useDraft<{ code: string; texts: readonly (readonly [string, string])[] }>({
    code: group?.id ?? '',
    texts: group ? Object.entries(group.description) : [[pane.language.value, '']],
  });
  const [errors, setErrors] = useState<{ code?: string | undefined; texts?: string | undefined }>({});
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
    const refused = await saveSetUp(pane, { what: 'group', code, description });
    if (refused) return setErrors({ [refused.field === 'code' ? 'code' : 'texts']: t.problems[refused.code].what });
    saved(code.trim().toUpperCase());
  };
  const remove = async () => {
    if (!group) return;
    if (templates.length > 0) return setRemoval(words.removing.groupUsed(templates.map(({ id }) => id).join(', ')));
    const refused = await saveSetUp(pane, { what: 'delete-group', code: group.id });
    if (refused) return setRemoval(t.problems[refused.code].what);
    removed();
  };
  return (
    <form
      class="set-up-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <fieldset class="leave-out set-up-fields" disabled={!isAdmin}>
        <TextField
          label={words.template.code}
          maxLength={10}
          spellcheck={false}
          readOnly={group !== undefined}
          value={code}
          aria-invalid={errors.code !== undefined}
          hint={fieldHint(errors.code, group ? undefined : words.template.codeHelp)}
          onInput={(event) => change({ code: event.currentTarget.value })}
        />
        <TextsField isFixed={!isAdmin} texts={texts} error={errors.texts} change={(next) => change({ texts: next })} />
      </fieldset>
      {isAdmin && (
        <div class="actions">
          <Button kind="primary" type="submit">
            {words.groups.save}
          </Button>
        </div>
      )}
      {isAdmin && group && (
        <Remove label={words.groups.remove} question={words.removing.group(group.id)} error={removal} remove={remove} />
      )}
    </form>
  );
}
