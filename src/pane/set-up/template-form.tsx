import { useState } from 'preact/hooks';
import type { InteractionTemplate } from '../../domain/interaction-template.ts';
import { isOffered } from '../../domain/offered.ts';
import { keepsLess, retentionGraceDays } from '../../domain/retention.ts';
import { describe } from '../../domain/template-defaults.ts';
import type { Setup } from '../../store/local-store.ts';
import { SelectField, TextField } from '../components/field.tsx';
import { languageName } from '../contacts/language-name.ts';
import { OpenLogLink } from '../log-list/open-log-link.tsx';
import { useMessages, usePane } from '../state/pane-context.ts';
import { CheckField } from './check-field.tsx';
import { fieldHint } from './field-error.tsx';
import { RemoveTemplate } from './remove-template.tsx';
import { RetentionQuestion } from './retention-question.tsx';
import { type Mending, type NotSaved, saveSetUp, seen } from './save-set-up.ts';
import { SetUpForm } from './set-up-form.tsx';
import { storedNow } from './stored-now.tsx';
import {
  checkTemplate,
  draftOfTemplate,
  newTemplateDraft,
  type TemplateErrors,
  type TemplateField,
} from './template-draft.ts';
import { TextsField, textsInWords } from './texts-field.tsx';
import { mended, useDraft } from './use-draft.ts';
import { useSetUpTexts } from './use-texts.ts';

const fields: readonly string[] = [
  'code',
  'groupCode',
  'texts',
  'unitCost',
  'unitDuration',
  'language',
  'campaignCode',
  'retentionDays',
];

/** Every field of a template (`domain.md` §3). What is typed stays until it is accepted. `saved` is told the code. */
export function TemplateForm({
  template,
  setup,
  saved,
  removed,
  mending,
}: {
  template: InteractionTemplate | undefined;
  setup: Setup;
  saved?: (code: string) => void;
  removed?: () => void;
  mending?: Mending<'template'>;
}) {
  const pane = usePane();
  const t = useMessages();
  const words = useSetUpTexts();
  const reader = pane.language.value;
  const stored = template ? draftOfTemplate(template) : newTemplateDraft(setup, reader);
  const wanted = mending?.change;
  const over = useDraft(stored, seen(template), {
    key: mending?.draftKey ?? `template ${template?.id ?? ''}`,
    first:
      wanted &&
      mended(
        stored,
        draftOfTemplate(wanted.template),
        wanted.saw && draftOfTemplate({ id: wanted.template.id, ...wanted.saw }),
      ),
  });
  const { fields: draft, change } = over;
  const [errors, setErrors] = useState<TemplateErrors>({});
  const [refusal, setRefusal] = useState<NotSaved>();
  /** How long entries shall be kept, while the person is asked whether those that are older may go. */
  const [asked, setAsked] = useState<number>();
  const errorOf = (field: TemplateField): string | undefined => {
    const code = errors[field];
    if (code) return words.errors[code];
    return refusal && isFieldFault(refusal) && refusal.field === field ? t.problems[refusal.code].what : undefined;
  };
  const typed = (field: 'code' | 'unitCost' | 'unitDuration' | 'retentionDays') => ({
    value: draft[field],
    'aria-invalid': errorOf(field) !== undefined,
    onInput: (event: { currentTarget: HTMLInputElement }) => change({ [field]: event.currentTarget.value }),
  });

  const code = draft.code.trim().toUpperCase();
  const save = async (confirmed?: number) => {
    const checked = checkTemplate(draft, setup, template === undefined);
    setRefusal(undefined);
    setErrors(checked.errors ?? {});
    setAsked(undefined);
    if (checked.errors) return pane.announce(words.notSaved);
    const { retentionDays: days = null } = checked.template;
    // Entries keep the code of a template that was deleted: one that is made anew with it has them.
    const before = setup.templates.find(({ id }) => id === code);
    if (days !== null && days !== confirmed && before && keepsLess(before.retentionDays, days)) return setAsked(days);
    const change = { what: 'template', template: checked.template, saw: over.saw } as const;
    const refused = await (mending ? mending.save(change) : saveSetUp(pane, change));
    setRefusal(refused);
    if (!refused) {
      over.saved();
      return saved?.(code);
    }
    if (refused.code === 'changed-meanwhile') over.look();
    pane.announce(t.problems[refused.code].what);
  };
  const options = <Value extends string>(values: Record<Value, string>) => Object.entries(values) as [Value, string][]; // the keys of a record are its type's
  const groups = setup.groups.filter((group) => isOffered(group) || group.id === draft.groupCode);
  const campaigns = setup.campaigns.filter((one) => isOffered(one) || one.id === draft.campaignCode);
  const withText = draft.texts.filter(([, text]) => text.trim() !== '').map(([language]) => language);
  const languages = [...new Set([...withText, ...(draft.language === '' ? [] : [draft.language])])];
  const isAdmin = pane.services.device.account.role === 'admin';
  const yesNo = (is: boolean) => (is ? t.payload.yes : t.payload.no);
  const now = storedNow(stored, draft, {
    groupCode: [words.template.group, stored.groupCode],
    texts: [words.template.texts, textsInWords(stored.texts)],
    language: [words.template.language, stored.language],
    unitCost: [words.template.unitCost(setup.workspace?.currency ?? ''), stored.unitCost],
    unitDuration: [words.template.unitDuration, stored.unitDuration],
    flow: [words.template.flow, t.form.flows[stored.flow]],
    initiatedBy: [words.template.initiatedBy, t.form.initiators[stored.initiatedBy]],
    correspondenceType: [words.template.correspondenceType, t.form.types[stored.correspondenceType]],
    ignores: [words.template.ignores, yesNo(stored.ignores)],
    campaignCode: [words.template.campaign, stored.campaignCode],
    target: [words.template.target, yesNo(stored.target)],
    response: [words.template.response, yesNo(stored.response)],
    retentionDays: [words.template.retention, stored.retentionDays],
  });
  return (
    <>
      <SetUpForm
        errors={errors}
        draft={over}
        refusal={refusal && isFieldFault(refusal) ? undefined : refusal}
        isGone={template?.deleted === true}
        now={template ? now : []}
        button={words.templates.save}
        save={() => save()}
        leave={mending?.leave}
        question={
          asked !== undefined && (
            <RetentionQuestion code={code} days={asked} yes={() => void save(asked)} no={() => setAsked(undefined)} />
          )
        }
      >
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
          aria-invalid={errorOf('groupCode') !== undefined}
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
          aria-invalid={errorOf('language') !== undefined}
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
          hint={fieldHint(errorOf('campaignCode'))}
          aria-invalid={errorOf('campaignCode') !== undefined}
          choose={(campaignCode) => change({ campaignCode })}
        />
        <CheckField label={words.template.target} checked={draft.target} choose={(target) => change({ target })} />
        <CheckField
          label={words.template.response}
          checked={draft.response}
          choose={(response) => change({ response })}
        />
        <TextField
          label={words.template.retention}
          inputMode="numeric"
          hint={fieldHint(errorOf('retentionDays'), words.template.retentionHelp(retentionGraceDays))}
          {...typed('retentionDays')}
        />
      </SetUpForm>
      {template && !mending && <OpenLogLink filter={{ template: template.id }} />}
      {isAdmin && template && !mending && (
        <RemoveTemplate template={template} setup={setup} removed={() => removed?.()} />
      )}
    </>
  );
}

/** Whether one of the fields says it. */
function isFieldFault({ code, field }: NotSaved): boolean {
  return code !== 'changed-meanwhile' && fields.includes(field ?? '');
}
