import '../log-list/log-list.css';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { startLikeEntry } from '../by-hand/start-by-hand.ts';
import { Button } from '../components/button.tsx';
import { openContact } from '../contacts/contact-place.ts';
import { ActPanel } from '../log-list/act/act-panel.tsx';
import { DoneLine } from '../log-list/act/done-line.tsx';
import type { ActedEntry, ListAct } from '../log-list/act/list-act.ts';
import { useDoneAct } from '../log-list/act/use-done-act.ts';
import { useLogListTexts } from '../log-list/use-log-list-texts.ts';
import { useMessages, usePane } from '../state/pane-context.ts';

/** What can be done with an entry, one thing at a time, as in the list; and what was done just now, to be undone. */
export function EntryActs({ shown }: { shown: ActedEntry }) {
  const pane = usePane();
  const { menu } = useMessages();
  const t = useLogListTexts().act;
  const [kind, setKind] = useState<ListAct['kind']>();
  const { last, put } = useDoneAct();
  const doneAct = last.value.value;
  const { entry } = shown;
  const { actor } = pane.services.device;
  const mayCorrect = entry.userId === actor.userId || actor.role !== 'salesperson';
  const view = pane.view.value;
  // The form takes the buttons away: whoever leaves it finds the one that began it with the focus again.
  const buttons = useRef<HTMLDivElement>(null);
  const begun = useRef<ListAct['kind']>(undefined);
  useLayoutEffect(() => {
    if (!kind && begun.current && document.activeElement === document.body)
      buttons.current?.querySelector<HTMLElement>(`[data-act=${begun.current}]`)?.focus();
    begun.current = kind;
  }, [kind]);
  const elsewhere: [string, () => void][] = [
    ...(entry.postponed ? [] : [[t.again, () => void startLikeEntry(shown, pane)] as [string, () => void]]),
    ...(view === 'entry' ? [] : [[t.page, () => pane.openEntry(entry.id)] as [string, () => void]]),
    ...(view === 'contact' || view === 'entry'
      ? []
      : [[menu.contact, () => openContact(pane, entry.contactId)] as [string, () => void]]),
  ];
  const begin = (act: ListAct['kind'], text: string) => (
    <Button key={act} kind="link" data-act={act} onClick={() => setKind(act)}>
      {text}
    </Button>
  );
  return (
    <>
      {doneAct?.where === entry.id && <DoneLine key={doneAct.result.done[0]?.commandId} doneAct={doneAct} />}
      {kind ? (
        <ActPanel
          key={kind}
          act={{ kind, entries: [shown] }}
          isNamed={false}
          leave={() => setKind(undefined)}
          doneAct={(next) => {
            setKind(undefined);
            put(next, entry.id);
          }}
        />
      ) : (
        <div class="actions actions-tight" ref={buttons}>
          {begin('comment', t.comment)}
          {mayCorrect && begin('correct', t.correct)}
          {begin('evaluate', t.evaluate)}
          {begin('follow-up', t.followUp)}
          {elsewhere.map(([text, run]) => (
            <Button key={text} kind="link" onClick={run}>
              {text}
            </Button>
          ))}
          {begin('toggle', entry.canceled.length > 0 ? t.reinstate : t.cancel(1))}
        </div>
      )}
    </>
  );
}
