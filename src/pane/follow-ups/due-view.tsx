import { useState } from 'preact/hooks';
import type { FollowUp } from '../../domain/follow-up.ts';
import { startAboutFollowUp } from '../by-hand/start-by-hand.ts';
import { useTexts } from '../by-hand/use-texts.ts';
import { Button } from '../components/button.tsx';
import { Skeleton } from '../components/skeleton.tsx';
import { isNew, UnsentChip } from '../log-list/entry-state.tsx';
import { useMessages, usePane } from '../state/pane-context.ts';
import { performAct } from '../state/perform-act.ts';
import { useWatch } from '../state/use-watch.ts';
import { dueGroups } from './due-groups.ts';
import { fieldsOf } from './fields-of.ts';
import { FollowUpForm } from './follow-up-form.tsx';

/** The user's follow-ups: overdue first, then today's, then later ones. */
export function DueView() {
  const { services, today } = usePane();
  const t = useMessages();
  const { followUp } = useTexts();
  const { userId } = services.device.account;
  const list = useWatch(`due ${userId}`, async (reader) => {
    const open = (await reader.followUps({ userId })).filter(({ closed }) => closed === null);
    return Promise.all(
      open.map(async (one) => ({ ...one, contactName: (await reader.contact(one.contactId))?.name ?? '' })),
    );
  });
  const groups = list && dueGroups(list, today.value);
  return (
    <div class="view">
      <h1 class="title">{followUp.heading}</h1>
      {!groups && <Skeleton rows={4} label={t.pane.loading} />}
      {groups?.length === 0 && (
        <div class="empty">
          <p>{followUp.none}</p>
          <p class="hint">{followUp.noneHelp}</p>
        </div>
      )}
      {groups?.map(({ group, followUps }) => (
        <section class="block" key={group} aria-label={followUp.groups[group]}>
          <h2 class={`heading due-${group}`}>{followUp.groups[group]}</h2>
          <ul class="rows">
            {followUps.map((one) => (
              <FollowUpRow key={one.id} followUp={one} contactName={one.contactName} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

type Mode = 'closed' | 'open' | 'asking' | 'changing';

function FollowUpRow({ followUp, contactName }: { followUp: FollowUp; contactName: string }) {
  const pane = usePane();
  const { followUp: t } = useTexts();
  const [mode, setMode] = useState<Mode>('closed');
  const { device } = pane.services;
  const close = (how: 'done' | 'dropped') =>
    performAct(
      { ...device.envelope(), type: 'close-follow-up', followUpId: followUp.id, how, entryId: null },
      how === 'done' ? t.closed : t.dropped,
      pane,
    );
  return (
    <li class="row">
      <div class="due-line">
        <button
          type="button"
          class="row-line"
          aria-expanded={mode !== 'closed'}
          onClick={() => setMode(mode === 'closed' ? 'open' : 'closed')}
        >
          <span class="row-day">{pane.format.value.nearDay(followUp.due, pane.today.value)}</span>
          <span class="row-what">
            <span class="row-description">{followUp.text}</span>
            <span class="row-contact">{contactName}</span>
          </span>
          <span class="row-chips">{isNew(followUp) && <UnsentChip />}</span>
        </button>
        {mode === 'closed' && (
          <Button aria-label={`${t.done}: ${followUp.text}`} onClick={() => setMode('asking')}>
            {t.done}
          </Button>
        )}
      </div>
      {mode === 'asking' && (
        <div class="details">
          <p role="status">{t.ask}</p>
          <div class="actions">
            <Button kind="primary" onClick={() => void startAboutFollowUp(followUp, pane)}>
              {t.doneLog}
            </Button>
            <Button onClick={() => void close('done')}>{t.doneOnly}</Button>
            <Button kind="subtle" onClick={() => setMode('closed')}>
              {t.cancel}
            </Button>
          </div>
        </div>
      )}
      {mode === 'open' && (
        <div class="details">
          <div class="actions actions-tight">
            <Button kind="link" onClick={() => setMode('asking')}>
              {t.done}
            </Button>
            <Button kind="link" onClick={() => setMode('changing')}>
              {t.change}
            </Button>
            <Button kind="link" onClick={() => void close('dropped')}>
              {t.drop}
            </Button>
          </div>
        </div>
      )}
      {mode === 'changing' && (
        <div class="details">
          <ChangeFollowUp followUp={followUp} leave={setMode} />
        </div>
      )}
    </li>
  );
}

/** Another day or other words. When a colleague changed it while this was open, the row above says how before it is saved again. */
function ChangeFollowUp({ followUp, leave }: { followUp: FollowUp; leave: (mode: 'open' | 'closed') => void }) {
  const pane = usePane();
  const { followUp: t } = useTexts();
  const { device } = pane.services;
  const [saw, setSaw] = useState(() => fieldsOf(followUp));
  return (
    <FollowUpForm
      first={{ due: followUp.due, text: followUp.text }}
      leave={() => leave('open')}
      save={async (due, text) => {
        const fields = { ...saw, due, text };
        const command = { ...device.envelope(), type: 'save-follow-up', followUpId: followUp.id, fields, saw } as const;
        if (await performAct(command, t.saved, pane)) leave('closed');
        else setSaw(fieldsOf(followUp));
      }}
    />
  );
}
