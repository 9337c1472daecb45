import { useEffect, useRef, useState } from 'preact/hooks';
import type { InteractionTemplate } from '../../domain/interaction-template.ts';
import { isOffered } from '../../domain/offered.ts';
import { describe } from '../../domain/template-defaults.ts';
import type { Setup } from '../../store/local-store.ts';
import { Banner } from '../components/banner.tsx';
import { Button } from '../components/button.tsx';
import { SelectField, TextField } from '../components/field.tsx';
import { useMessages, usePane } from '../state/pane-context.ts';
import { CheckField } from './check-field.tsx';
import { fieldHint } from './field-error.tsx';
import { RemoveTemplate } from './remove-template.tsx';
import { type NotSaved, saveSetUp } from './save-set-up.ts';
import {
  checkTemplate,
  draftOfTemplate,
  newTemplateDraft,
  type TemplateErrors,
  type TemplateField,
} from './template-draft.ts';
import { languageName, TextsField } from './texts-field.tsx';
import { useDraft } from './use-draft.ts';
import { useSetUpTexts } from './use-texts.ts';

const fields: readonly string[] = ['code', 'groupCode', 'texts', 'unitCost', 'unitDuration', 'language'];

/** Every field of a template (`domain.md` §3). What is typed stays until it is accepted. `saved` is told the code. */
export function TemplateForm({
  template,
  setup,
  saved,
  removed,
}: {
  template: InteractionTemplate | undefined;
  setup: Setup;
  saved: (code: string) => void;
  removed: () => void;
}) {
  const pane = usePane();
  const t = useMessages();
  const words = useSetUpTexts();
  const reader = pane.language.value;
  const [draft, change] = useDraft(template ? draftOfTemplate(template) : newTemplateDraft(setup, reader));
  const [errors, setErrors] = useState<TemplateErrors>({});
  const [refusal, setRefusal] = useState<NotSaved>();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [errors]);

  const errorOf = (field: TemplateField): string | undefined => {
    const code = errors[field];
    if (code) return words.errors[code];
    return refusal && refusal.field === field ? t.problems[refusal.code].what : undefined;
  };
  const typed = (field: 'code' | 'unitCost' | 'unitDuration') => ({
    value: draft[field],
    'aria-invalid': errorOf(field) !== undefined,
    onInput: (event: { currentTarget: HTMLInputElement }) => change({ [field]: event.currentTarget.value }),
  });

  const save = async () => {
    const checked = checkTemplate(draft, setup, template === undefined);
    setRefusal(undefined);
    setErrors(checked.errors ?? {});
    if (checked.errors) return pane.announce(words.notSaved);
    const refused = await saveSetUp(pane, { what: 'template', template: checked.template });
    setRefusal(refused);
    if (refused) pane.announce(t.problems[refused.code].what);
    else saved(checked.template.id.trim().toUpperCase());
  };
  const options = <Value extends string>(values: Record<Value, string>) => Object.entries(values) as [Value, string][]; // the keys of a record are its type's
  const groups = setup.groups.filter((group) => isOffered(group) || group.id === draft.groupCode);
  const campaigns = setup.campaigns.filter((one) => isOffered(one) || one.id === draft.campaignCode);
  const withText = draft.texts.filter(([, text]) => text.trim() !== '').map(([language]) => language);
  const languages = [...new Set([...withText, ...(draft.language === '' ? [] : [draft.language])])];
  const isAdmin = pane.services.device.account.role === 'admin';
  return (
    <form
      ref={form}
      class="set-up-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {refusal && !fields.includes(refusal.field ?? '') && (
        <Banner tone="danger" title={t.problems[refusal.code].what}>
          {refusal.field ? `${words.notSaved} (${refusal.field})` : t.problems[refusal.code].help}
        </Banner>
      )}
      <fieldset class="leave-out set-up-fields" disabled={!isAdmin}>
        <TextField
          label={words.template.code}
          maxLength={10}
          spellcheck={false}
          readOnly={template !== undefined}
          hint={fieldHint(errorOf('code'), template ? undefined : words.template.codeHelp)}
          {...typed('code')}
        />
        <SelectField
          label={words.template.group}
          value={draft.groupCode}
          options={groups.map((group) => [group.id as string, describe(group, [reader])] as const)}
          hint={fieldHint(errorOf('groupCode'))}
          choose={(groupCode) => change({ groupCode })}
        />
        <TextsField
          isFixed={!isAdmin}
          texts={draft.texts}
          error={errorOf('texts')}
          change={(texts) => change({ texts })}
        />
        <SelectField
          label={words.template.language}
          value={draft.language}
          options={[
            ['', words.template.noLanguage],
            ...languages.map((code) => [code, languageName(code, reader)] as const),
          ]}
          hint={fieldHint(errorOf('language'), words.template.languageHelp)}
          choose={(language) => change({ language })}
        />
        <div class="pair">
          <TextField
            label={words.template.unitCost(setup.workspace?.currency ?? '')}
            inputMode="decimal"
            hint={fieldHint(errorOf('unitCost'))}
            {...typed('unitCost')}
          />
          <TextField
            label={words.template.unitDuration}
            inputMode="numeric"
            hint={fieldHint(errorOf('unitDuration'))}
            {...typed('unitDuration')}
          />
        </div>
        <div class="pair">
          <SelectField
            label={words.template.flow}
            value={draft.flow}
            options={options(t.form.flows)}
            choose={(flow) => change({ flow })}
          />
          <SelectField
            label={words.template.initiatedBy}
            value={draft.initiatedBy}
            options={options(t.form.initiators)}
            choose={(initiatedBy) => change({ initiatedBy })}
          />
        </div>
        <SelectField
          label={words.template.correspondenceType}
          value={draft.correspondenceType}
          options={options(t.form.types)}
          choose={(correspondenceType) => change({ correspondenceType })}
        />
        <CheckField label={words.template.ignores} checked={draft.ignores} choose={(ignores) => change({ ignores })} />
        <SelectField
          label={words.template.campaign}
          value={draft.campaignCode}
          options={[
            ['', words.template.noCampaign],
            ...campaigns.map(({ id, description }) => [id as string, `${id} · ${description}`] as const),
          ]}
          hint={fieldHint(refusal?.field === 'campaignCode' ? t.problems[refusal.code].what : undefined)}
          choose={(campaignCode) => change({ campaignCode })}
        />
        <CheckField label={words.template.target} checked={draft.target} choose={(target) => change({ target })} />
        <CheckField
          label={words.template.response}
          checked={draft.response}
          choose={(response) => change({ response })}
        />
      </fieldset>
      {isAdmin && (
        <div class="actions">
          <Button kind="primary" type="submit">
            {words.templates.save}
          </Button>
        </div>
      )}
      {isAdmin && template && <RemoveTemplate template={template} setup={setup} removed={removed} />}
    </form>
  );
}
