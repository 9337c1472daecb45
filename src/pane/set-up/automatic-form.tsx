import { useState } from 'preact/hooks';
import { isOffered } from '../../domain/offered.ts';
import { describe } from '../../domain/template-defaults.ts';
import { type SetupAction, setupActions } from '../../domain/template-setup.ts';
import type { Setup } from '../../store/local-store.ts';
import { Banner } from '../components/banner.tsx';
import { Button } from '../components/button.tsx';
import { SelectField } from '../components/field.tsx';
import { useMessages, usePane } from '../state/pane-context.ts';
import { fieldHint } from './field-error.tsx';
import { type NotSaved, saveSetUp } from './save-set-up.ts';
import { useSetUpTexts } from './use-texts.ts';

type Chosen = Record<SetupAction, string>;

/** Which template each automatic action uses (`domain.md` §5). Blank means that it is not logged, which the page says. */
export function AutomaticForm({ setup }: { setup: Setup }) {
  const pane = usePane();
  const t = useMessages();
  const words = useSetUpTexts();
  const stored = Object.fromEntries(
    setupActions.map((action) => [action, setup.templateSetup?.[action] ?? '']),
  ) as Chosen; // one for each action
  const [changed, setChanged] = useState<Partial<Chosen>>({});
  const [refusal, setRefusal] = useState<NotSaved>();
  const [said, setSaid] = useState('');
  const chosen: Chosen = { ...stored, ...changed };
  const blank = setupActions.filter((action) => chosen[action] === '').map((action) => words.automatic.actions[action]);
  const isAdmin = pane.services.device.account.role === 'admin';
  const save = async () => {
    const or = (code: string) => (code === '' ? null : code);
    const { emails, emailDrafts, meetings, outgoingCalls, coverSheets } = chosen;
    const refused = await saveSetUp(pane, {
      what: 'template-setup',
      setup: {
        emails: or(emails),
        emailDrafts: or(emailDrafts),
        meetings: or(meetings),
        outgoingCalls: or(outgoingCalls),
        coverSheets: or(coverSheets),
      },
    });
    setRefusal(refused);
    setSaid(refused ? '' : words.saved);
    if (!refused) setChanged({});
  };
  const errorOf = (action: SetupAction) =>
    refusal && refusal.field === action ? t.problems[refusal.code].what : undefined;
  return (
    <form
      class="set-up-form"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <p class="hint">{words.automatic.help}</p>
      {refusal && !setupActions.some((action) => action === refusal.field) && (
        <Banner tone="danger" title={t.problems[refusal.code].what}>
          {t.problems[refusal.code].help}
        </Banner>
      )}
      <fieldset class="leave-out set-up-fields" disabled={!isAdmin}>
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
            hint={fieldHint(errorOf(action))}
            choose={(code) => {
              setChanged({ ...changed, [action]: code });
              setSaid('');
            }}
          />
        ))}
      </fieldset>
      {blank.length > 0 && <Banner tone="info" title={words.automatic.notLogged(pane.format.value.list(blank))} />}
      {isAdmin && (
        <div class="actions">
          <Button kind="primary" type="submit">
            {words.automatic.save}
          </Button>
        </div>
      )}
      <p class="hint" role="status">
        {said}
      </p>
    </form>
  );
}
