import { useState } from 'preact/hooks';
import type { InteractionTemplate } from '../../domain/interaction-template.ts';
import { isOffered } from '../../domain/offered.ts';
import { describe } from '../../domain/template-defaults.ts';
import { type SetupAction, setupActions } from '../../domain/template-setup.ts';
import type { Setup } from '../../store/local-store.ts';
import { SelectField } from '../components/field.tsx';
import { useMessages, usePane } from '../state/pane-context.ts';
import { fieldHint } from './field-error.tsx';
import { Remove } from './remove.tsx';
import { saveSetUp } from './save-set-up.ts';
import { useSetUpTexts } from './use-texts.ts';

/** What a template is suggested for. */
export function usesOf(code: string, setup: Setup): SetupAction[] {
  return setupActions.filter((action) => setup.templateSetup?.[action] === code);
}

/** Deletes a template after a question. One that is suggested for something needs another to take its place. */
export function RemoveTemplate({
  template,
  setup,
  removed,
}: {
  template: InteractionTemplate;
  setup: Setup;
  removed: () => void;
}) {
  const pane = usePane();
  const t = useMessages();
  const words = useSetUpTexts();
  const [instead, setInstead] = useState('');
  const [error, setError] = useState<string>();
  const uses = usesOf(template.id, setup);
  const others = setup.templates.filter((one) => isOffered(one) && one.id !== template.id);
  const remove = async () => {
    if (uses.length > 0 && instead === '') return setError(words.errors['instead-missing']);
    const change = { what: 'delete-template', code: template.id, instead: instead === '' ? null : instead } as const;
    const refused = await saveSetUp(pane, change);
    if (refused) return setError(t.problems[refused.code].what);
    removed();
  };
  return (
    <Remove
      label={words.templates.remove}
      question={words.removing.template(template.id)}
      error={uses.length > 0 ? undefined : error}
      remove={remove}
    >
      {uses.length > 0 && (
        <>
          <p>{words.removing.inSetup(uses.map((use) => words.automatic.actions[use]).join(', '))}</p>
          <SelectField
            label={words.removing.instead}
            value={instead}
            options={[
              ['', words.template.chooseLanguage],
              ...others.map((one) => [one.id as string, describe(one, [pane.language.value])] as const),
            ]}
            hint={fieldHint(error)}
            choose={setInstead}
          />
        </>
      )}
    </Remove>
  );
}
