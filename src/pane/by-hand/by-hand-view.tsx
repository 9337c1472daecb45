import { useEffect, useMemo, useRef } from 'preact/hooks';
import { Banner } from '../components/banner.tsx';
import { Button } from '../components/button.tsx';
import { PeopleHistory } from '../history/people-history.tsx';
import { addContact } from '../log-view/choices.ts';
import { createLogSubject } from '../log-view/log-subject.ts';
import { PeopleList } from '../log-view/people-list.tsx';
import type { ContactHit } from '../search/contact-index.ts';
import { ContactSearch } from '../search/contact-search.tsx';
import { useMessages, usePane } from '../state/pane-context.ts';
import type { ByHandStart } from './by-hand.ts';
import { ByHandActions } from './by-hand-actions.tsx';
import { ByHandFields } from './by-hand-fields.tsx';
import { logByHand } from './log-by-hand.ts';
import { useBlocker } from './use-blocker.ts';
import { useTexts } from './use-texts.ts';

/** An interaction that is no open mail or meeting: a call, a visit, a letter. */
export function ByHandView() {
  const { byHand } = usePane();
  const start = byHand.start.value;
  // The next one who comes by the menu finds a new form; this one is there again when the same is started again.
  useEffect(() => () => byHand.startFromNothing(), [byHand]);
  return <ByHandForm key={start.key} start={start} />;
}

function ByHandForm({ start }: { start: ByHandStart }) {
  const pane = usePane();
  const t = useMessages();
  const later = useTexts();
  const subject = useMemo(
    () => createLogSubject(pane, undefined, pane.byHand.formFor(start.key), pane.signal),
    [pane, start.key],
  );
  const blocker = useBlocker(subject);
  const form = subject.form.value;
  const isSaved = subject.kept.outcome.value?.state === 'saved';
  const log = useRef((_postponed: boolean) => {});
  log.current = (postponed) => {
    if (blocker.name === undefined && !isSaved) void logByHand(subject, start, pane, postponed);
  };
  useEffect(() => {
    const ended = new AbortController();
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      log.current(false);
    };
    document.addEventListener('keydown', onKeyDown, { signal: ended.signal });
    return () => ended.abort();
  }, []);
  const add = async (hit: ContactHit) => {
    if (await blocker.refuses(hit.contact)) return;
    const { contact, companyName } = hit;
    subject.change((choices) =>
      addContact(start.resumes ? { ...choices, added: [] } : choices, { contact, companyName }),
    );
  };
  const isBlocked = blocker.name !== undefined;
  return (
    <div class="subject">
      <Heading start={start} />
      {isBlocked && (
        <Banner tone="danger" title={later.byHand.blocked(blocker.name ?? '')}>
          {later.byHand.blockedHelp}
        </Banner>
      )}
      {!isSaved && (
        <section class="block" aria-label={t.people.heading}>
          <h2 class="heading">{t.people.heading}</h2>
          {!isBlocked && <PeopleList subject={subject} />}
          <ContactSearch
            label={form.people.length === 0 || start.resumes ? t.search.label : t.people.addAnother}
            pick={(hit) => void add(hit)}
          />
          {start.resumes && <p class="hint">{later.byHand.replaced}</p>}
        </section>
      )}
      {!isSaved && !isBlocked && <ByHandFields subject={subject} />}
      {!isBlocked && <ByHandActions subject={subject} start={start} log={(postponed) => log.current(postponed)} />}
      {isBlocked && <Button onClick={() => (pane.view.value = 'home')}>{t.pane.back}</Button>}
      <PeopleHistory people={form.people} />
    </div>
  );
}

function Heading({ start: { closes, resumes } }: { start: ByHandStart }) {
  const { format, today } = usePane();
  const { byHand } = useTexts();
  const wasDay = resumes?.entry.day;
  const isOld = wasDay !== undefined && wasDay !== today.value;
  return (
    <div class="item">
      <h1 class="title">{resumes ? byHand.resumeHeading : closes ? byHand.aboutHeading : byHand.heading}</h1>
      <p class="item-facts">
        {closes ? byHand.closes(closes.text) : isOld ? byHand.resumed(format.value.fullDay(wasDay)) : byHand.help}
      </p>
    </div>
  );
}
