import './contacts.css';
import { useState } from 'preact/hooks';
import type { Workspace } from '../../domain/workspace.ts';
import { Button } from '../components/button.tsx';
import { Skeleton } from '../components/skeleton.tsx';
import { forgetPicks, sharedPicks } from '../log-view/shared-picks.ts';
import { useMessages, usePane } from '../state/pane-context.ts';
import { MatchingForm } from './matching-form.tsx';
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
      {workspace && (isAdmin ? <MatchingForm workspace={workspace} /> : <RulesRead workspace={workspace} />)}
      <Picks />
    </div>
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
