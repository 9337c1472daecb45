import './contacts.css';
import { useState } from 'preact/hooks';
import type { Workspace } from '../../domain/workspace.ts';
import { Button } from '../components/button.tsx';
import { TextArea } from '../components/field.tsx';
import { Skeleton } from '../components/skeleton.tsx';
import { forgetPicks, sharedPicks } from '../log-view/shared-picks.ts';
import { useMessages, usePane } from '../state/pane-context.ts';
import { performAct } from '../state/perform-act.ts';
import { checkMatching, type MatchingDraft, type MatchingFaults, matchingDraftOf } from './matching-draft.ts';
import { useContactTexts } from './use-contact-texts.ts';

/** How mail is matched to contacts: admins change it for the whole team, everybody reads it. */
export function MatchingView() {
  const pane = usePane();
  const t = useMessages();
  const { matching } = useContactTexts();
  const workspace = pane.setup.value?.workspace;
  const isAdmin = pane.services.device.account.role === 'admin';
  return (
    <div class="view">
      <h1 class="title">{matching.heading}</h1>
      <p>{matching.help}</p>
      {!workspace && <Skeleton rows={5} label={t.pane.loading} />}
      {workspace && (isAdmin ? <Rules workspace={workspace} /> : <RulesRead workspace={workspace} />)}
      <Picks />
    </div>
  );
}

function Rules({ workspace }: { workspace: Workspace }) {
  const pane = usePane();
  const { matching: t } = useContactTexts();
  const [draft, setDraft] = useState(() => matchingDraftOf(workspace));
  const [faults, setFaults] = useState<MatchingFaults>({});
  const [isSaved, setSaved] = useState(false);
  const save = async () => {
    const checked = checkMatching(draft);
    setFaults(checked.ok ? {} : checked.faults);
    if (!checked.ok) return;
    const { kind, id, rev, ...rest } = workspace;
    const command = {
      ...pane.services.device.envelope(),
      type: 'save-setup' as const,
      change: { what: 'workspace' as const, workspace: { ...rest, ...checked.rules } },
    };
    const isKept = await performAct(command, t.saved, pane);
    setSaved(isKept);
    if (isKept) setDraft(matchingDraftOf(checked.rules));
  };
  const field = (name: keyof MatchingDraft, label: string, help: string) => {
    const fault = faults[name];
    return (
      <TextArea
        label={label}
        spellcheck={false}
        value={draft[name]}
        aria-invalid={fault !== undefined}
        hint={
          fault ? (
            <span class="fault" role="alert">
              {t.faults[fault.fault](fault.value)}
            </span>
          ) : (
            help
          )
        }
        onInput={(event) => {
          setDraft({ ...draft, [name]: event.currentTarget.value });
          setSaved(false);
        }}
      />
    );
  };
  return (
    <form
      class="contact-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {field('ownDomains', t.own, t.ownHelp)}
      {field('neverLog', t.never, t.neverHelp)}
      {field('freeMailDomains', t.free, t.freeHelp)}
      <div class="actions">
        <Button kind="primary" type="submit">
          {t.save}
        </Button>
      </div>
      {isSaved && <p class="hint">{t.saved}</p>}
    </form>
  );
}

function RulesRead({ workspace }: { workspace: Workspace }) {
  const { matching: t } = useContactTexts();
  const rules: [string, string, readonly string[]][] = [
    [t.own, t.ownHelp, workspace.ownDomains],
    [t.never, t.neverHelp, workspace.neverLog],
    [t.free, t.freeHelp, workspace.freeMailDomains],
  ];
  return (
    <>
      <p class="hint">{t.readOnly}</p>
      {rules.map(([label, help, values]) => (
        <section class="contact-section" key={label}>
          <h2 class="heading">{label}</h2>
          <p class="hint">{help}</p>
          <p>{values.length === 0 ? t.none : values.join(', ')}</p>
        </section>
      ))}
    </>
  );
}

function Picks() {
  const { preferences } = usePane().services;
  const pane = usePane();
  const { matching: t } = useContactTexts();
  const [count, setCount] = useState(() => sharedPicks(preferences).size);
  return (
    <section class="group">
      <h2 class="heading">{t.picks}</h2>
      <p class="hint">{t.picksHelp}</p>
      <p>{t.picksCount(count)}</p>
      {count > 0 && (
        <Button
          onClick={() => {
            forgetPicks(preferences);
            setCount(0);
            pane.announce(t.forgotten);
          }}
        >
          {t.forget}
        </Button>
      )}
    </section>
  );
}
