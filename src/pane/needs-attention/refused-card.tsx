import { useState } from 'preact/hooks';
import type { Command } from '../../domain/commands/command.ts';
import type { ProblemCode } from '../../domain/problem-code.ts';
import { Banner } from '../components/banner.tsx';
import { Button } from '../components/button.tsx';
import { useContactTexts } from '../contacts/use-contact-texts.ts';
import { useSetUpTexts } from '../set-up/use-texts.ts';
import { useKeptDraft } from '../state/kept-draft.ts';
import { useMessages } from '../state/pane-context.ts';
import type { PaneState } from '../state/pane-state.ts';
import { holdsWords, isForGood } from './is-for-good.ts';
import { canMend, Mend } from './mend/mend.tsx';
import type { RefusedGroup } from './refused-groups.ts';
import { RefusedWords } from './refused-words.tsx';
import { discardGroup, sendAgain } from './send-again.ts';
import { faultLabel } from './words/fault-label.ts';

/** One refused command with all that was written in it, its reason, and what depends on it. */
export function RefusedCard({ group, pane }: { group: RefusedGroup; pane: PaneState }) {
  const t = useMessages();
  const [problem, setProblem] = useState<ProblemCode>();
  const texts = useContactTexts();
  const words = useSetUpTexts();
  const { device } = pane.services;
  const { command, refusal } = group.cause;
  const draftKey = `mend ${command.id}`;
  const { kept, drop } = useKeptDraft(draftKey);
  // Who was putting it right goes on where they left.
  const [mode, setMode] = useState<'shown' | 'mending' | 'discarding'>(kept === undefined ? 'shown' : 'mending');
  const text = t.problems[refusal?.code ?? 'invalid-command'];
  const field = refusal?.detail.field;
  const mendable = refusal !== undefined && canMend(command, refusal.code);
  const isOver = isForGood(refusal?.code);
  const hasWords = [group.cause, ...group.followers].some((one) => holdsWords(one.command));

  const send = async (mended: Command) => {
    const result = await sendAgain(group, mended, device);
    setProblem(result.outcome === 'saved' ? undefined : result.code);
    if (result.outcome === 'saved') {
      drop();
      pane.announce(t.attention.retried);
    }
    return result;
  };
  const discard = async () => {
    await discardGroup(group, device);
    drop();
    pane.announce(t.attention.discarded);
  };
  return (
    <article class="card">
      <h2 class="heading">{t.attention.kinds[command.type]}</h2>
      <RefusedWords stored={group.cause} pane={pane} />
      <p class="card-cause">
        <strong>{text.what}</strong> {text.help}
        {isOver && ` ${hasWords ? t.attention.copyWords : t.attention.noWords}`}
        {field !== undefined && ` ${t.attention.fault(faultLabel(field, t, texts, words))}`}
      </p>
      {group.followers.length > 0 && (
        <div>
          <p class="hint">{t.attention.follows}</p>
          <ul class="followers">
            {group.followers.map((follower) => (
              <li key={follower.command.id}>
                <span class="hint">{t.attention.kinds[follower.command.type]}</span>
                <RefusedWords stored={follower} pane={pane} />
              </li>
            ))}
          </ul>
        </div>
      )}
      {problem && (
        <Banner tone="danger" title={t.problems[problem].what}>
          {t.problems[problem].help}
        </Banner>
      )}
      {mode === 'mending' && refusal && (
        <Mend
          command={command}
          code={refusal.code}
          detail={refusal.detail}
          draftKey={draftKey}
          send={send}
          leave={() => {
            drop();
            setMode('shown');
          }}
        />
      )}
      {mode === 'discarding' && (
        <div>
          <p>{t.attention.discardSure(group.followers.length)}</p>
          <div class="actions">
            <Button onClick={() => void discard()}>{t.attention.discardYes}</Button>
            <Button kind="subtle" onClick={() => setMode('shown')}>
              {t.attention.keep}
            </Button>
          </div>
        </div>
      )}
      {mode === 'shown' && (
        <div class="actions">
          {mendable && (
            <Button kind="primary" onClick={() => setMode('mending')}>
              {t.attention.mend}
            </Button>
          )}
          {!isOver && <Button onClick={() => void send(command)}>{t.attention.retry}</Button>}
          <Button kind={isOver ? 'default' : 'subtle'} onClick={() => setMode('discarding')}>
            {t.attention.discard}
          </Button>
        </div>
      )}
    </article>
  );
}
