import { useState } from 'preact/hooks';
import { isOffered } from '../../domain/offered.ts';
import { describe } from '../../domain/template-defaults.ts';
import { type SetupAction, setupActions } from '../../domain/template-setup.ts';
import type { Setup } from '../../store/local-store.ts';
import { Banner } from '../components/banner.tsx';
import { SelectField } from '../components/field.tsx';
import { useMessages, usePane } from '../state/pane-context.ts';
import { fieldHint } from './field-error.tsx';
import { type Mending, type NotSaved, saveSetUp } from './save-set-up.ts';
import { SetUpForm } from './set-up-form.tsx';
import { mended, useDraft } from './use-draft.ts';
import { useSaid } from './use-said.ts';
import { useSetUpTexts } from './use-texts.ts';

type Chosen = Record<SetupAction, string>;

/** Which template is suggested for what (`domain.md` §5). Blank means that none is, which the page says. */
export function AutomaticForm({ setup, mending }: { setup: Setup; mending?: Mending<'template-setup'> }) {
  const pane = usePane();
  const t = useMessages();
  const words = useSetUpTexts();
  const stored = chosenIn(setup.templateSetup);
  const wanted = mending?.change;
  const draft = useDraft(stored, setup.templateSetup ?? null, {
    key: mending?.draftKey ?? 'template setup',
    first: wanted && mended(stored, chosenIn(wanted.setup), wanted.saw && chosenIn(wanted.saw)),
  });
  const chosen = draft.fields;
  const [refusal, setRefusal] = useState<NotSaved>();
  const [isSaved, setSaved] = useState(false);
  const said = useSaid(isSaved);
  const blank = setupActions.filter((action) => chosen[action] === '').map((action) => words.automatic.actions[action]);
  const save = async () => {
    const or = (code: string) => (code === '' ? null : code);
    const { emails, emailDrafts, meetings, outgoingCalls, coverSheets } = chosen;
    const asked = {
      what: 'template-setup',
      setup: {
        emails: or(emails),
        emailDrafts: or(emailDrafts),
        meetings: or(meetings),
        outgoingCalls: or(outgoingCalls),
        coverSheets: or(coverSheets),
      },
      saw: draft.saw,
    } as const;
    const refused = await (mending ? mending.save(asked) : saveSetUp(pane, asked));
    setRefusal(refused);
    if (!refused) draft.saved();
    setSaved(!refused);
    if (refused?.code === 'changed-meanwhile') draft.look();
  };
  const isFieldFault = refusal?.code !== 'changed-meanwhile' && setupActions.some((one) => one === refusal?.field);
  const errorOf = (action: SetupAction) =>
    refusal && isFieldFault && refusal.field === action ? t.problems[refusal.code].what : undefined;
  const { actions } = words.automatic;
  const now = setupActions
    .filter((action) => stored[action] !== chosen[action])
    .map((action) => [actions[action], stored[action] || words.automatic.none] as const);
  return (
    <>
      <p class="hint">{words.automatic.help}</p>
      <SetUpForm
        draft={draft}
        refusal={isFieldFault ? undefined : refusal}
        isGone={false}
        now={now}
        button={words.automatic.save}
        save={save}
        leave={mending?.leave}
        below={
          blank.length > 0 && <Banner tone="info" title={words.automatic.without(pane.format.value.list(blank))} />
        }
      >
        {setupActions.map((action) => (
          <SelectField
            key={action}
            label={words.automatic.actions[action]}
            value={chosen[action]}
            options={[
              ['', words.automatic.none],
              ...setup.templates
                .filter((template) => isOffered(template) || template.id === chosen[action])
                .map((template) => [template.id as string, describe(template, [pane.language.value])] as const),
            ]}
            hint={fieldHint(errorOf(action), words.automatic.about[action])}
            choose={(code) => {
              draft.change({ [action]: code });
              setSaved(false);
            }}
          />
        ))}
      </SetUpForm>
      <p class="hint" role="status">
        {said}
      </p>
    </>
  );
}

function chosenIn(setup: { [A in SetupAction]: string | null } | undefined): Chosen {
  return Object.fromEntries(setupActions.map((action) => [action, setup?.[action] ?? ''])) as Chosen; // one for each action
}
