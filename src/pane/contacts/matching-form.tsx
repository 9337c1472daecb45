import { useState } from 'preact/hooks';
import type { Workspace } from '../../domain/workspace.ts';
import { TextArea } from '../components/field.tsx';
import { type Mending, type NotSaved, saveSetUp } from '../set-up/save-set-up.ts';
import { SetUpForm } from '../set-up/set-up-form.tsx';
import { storedNow } from '../set-up/stored-now.tsx';
import { mended, useDraft } from '../set-up/use-draft.ts';
import { usePane } from '../state/pane-context.ts';
import { checkMatching, type MatchingDraft, type MatchingFaults, matchingDraftOf } from './matching-draft.ts';
import { useContactTexts } from './use-contact-texts.ts';

/** The matching rules of the team, for admins. */
export function MatchingForm({ workspace, mending }: { workspace: Workspace; mending?: Mending<'workspace'> }) {
  const pane = usePane();
  const { matching: t } = useContactTexts();
  const stored = matchingDraftOf(workspace);
  const wanted = mending?.change;
  const draft = useDraft(stored, workspace, {
    key: mending?.draftKey ?? 'workspace',
    first: wanted && mended(stored, matchingDraftOf(wanted.workspace), wanted.saw && matchingDraftOf(wanted.saw)),
  });
  const [faults, setFaults] = useState<MatchingFaults>({});
  const [refusal, setRefusal] = useState<NotSaved>();
  const [isSaved, setSaved] = useState(false);
  const save = async () => {
    const checked = checkMatching(draft.fields);
    setFaults(checked.ok ? {} : checked.faults);
    if (!checked.ok) return;
    // The rules alone are changed here: the rest is as it was seen, so what others make of it stays.
    const { kind, id, rev, ...rest } = draft.saw;
    const asked = { what: 'workspace', workspace: { ...rest, ...checked.rules }, saw: draft.saw } as const;
    const refused = await (mending ? mending.save(asked) : saveSetUp(pane, asked));
    setRefusal(refused);
    setSaved(!refused);
    if (refused?.code === 'changed-meanwhile') draft.look();
    if (!refused) {
      draft.change(matchingDraftOf(checked.rules));
      draft.saved();
      pane.announce(t.saved);
    }
  };
  const field = (name: keyof MatchingDraft, label: string, help: string) => {
    const fault = faults[name];
    return (
      <TextArea
        label={label}
        spellcheck={false}
        value={draft.fields[name]}
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
          draft.change({ [name]: event.currentTarget.value });
          setSaved(false);
        }}
      />
    );
  };
  const inLine = (lines: string) => lines.replaceAll('\n', ', ');
  return (
    <SetUpForm
      errors={faults}
      draft={draft}
      refusal={refusal}
      isGone={false}
      now={storedNow(stored, draft.fields, {
        ownDomains: [t.own, inLine(stored.ownDomains)],
        neverLog: [t.never, inLine(stored.neverLog)],
        freeMailDomains: [t.free, inLine(stored.freeMailDomains)],
      })}
      button={t.save}
      save={save}
      leave={mending?.leave}
      below={isSaved && <p class="hint">{t.saved}</p>}
    >
      {field('ownDomains', t.own, t.ownHelp)}
      {field('neverLog', t.never, t.neverHelp)}
      {field('freeMailDomains', t.free, t.freeHelp)}
    </SetUpForm>
  );
}
