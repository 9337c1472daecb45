import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { Banner } from '../components/banner.tsx';
import { PeopleHistory } from '../history/people-history.tsx';
import { addContact } from '../log-view/choices.ts';
import { createLogSubject } from '../log-view/log-subject.ts';
import { PeopleList } from '../log-view/people-list.tsx';
import { ContactSearch } from '../search/contact-search.tsx';
import type { ContactHit } from '../search/find-contacts.ts';
import { useMessages, usePane } from '../state/pane-context.ts';
import type { View } from '../state/pane-state.ts';
import type { ByHandStart } from './by-hand.ts';
import { ByHandActions } from './by-hand-actions.tsx';
import { ByHandFields } from './by-hand-fields.tsx';
import { logByHand } from './log-by-hand.ts';
import { useBlocker } from './use-blocker.ts';
import { useTexts } from './use-texts.ts';

/** The form of an interaction by hand. `view` is the one that it stands in: only there the keyboard logs it. */
export function ByHandForm({ start, view, heading }: { start: ByHandStart; view: View; heading: ComponentChildren }) {
  const pane = usePane();
  const t = useMessages();
  const later = useTexts();
  const subject = useMemo(
    () => createLogSubject(pane, undefined, pane.byHand.formFor(start.key), pane.signal),
    [pane, start.key],
  );
  const { blocked, refused, refuses } = useBlocker(subject);
  const form = subject.form.value;
  const isSaved = subject.kept.outcome.value?.state === 'saved';
  const isBusy = useRef(false);
  const log = useRef((_postponed: boolean) => {});
  log.current = (postponed) => {
    if (blocked !== undefined || isSaved || isBusy.current || pane.view.peek() !== view) return;
    isBusy.current = true;
    void logByHand(subject, start, pane, postponed).finally(() => {
      isBusy.current = false;
    });
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
    if (await refuses(hit.contact)) return;
    const { contact, companyName } = hit;
    subject.change((choices) =>
      addContact(start.resumes ? { ...choices, added: [] } : choices, { contact, companyName }),
    );
  };
  const { byHand } = later;
  return (
    <div class="subject">
      {heading}
      {blocked && !isSaved && (
        <Banner tone="danger" title={byHand.blocked(blocked.by)}>
          {byHand.blockedHelp} {form.chosen.length > 1 && byHand.untick(blocked.person)}
        </Banner>
      )}
      {!isSaved && (
        <section class="block" aria-label={t.people.heading}>
          <h2 class="heading">{t.people.heading}</h2>
          <PeopleList subject={subject} />
          {refused && (
            <Banner tone="warning" title={byHand.notAdded(refused.person)}>
              {byHand.blocked(refused.by)} {byHand.blockedHelp}
            </Banner>
          )}
          <ContactSearch
            label={form.people.length === 0 || start.resumes ? t.search.label : t.people.addAnother}
            pick={(hit) => void add(hit)}
          />
          {start.resumes && <p class="hint">{byHand.replaced}</p>}
        </section>
      )}
      {!isSaved && <ByHandFields subject={subject} />}
      <ByHandActions
        subject={subject}
        start={start}
        isBlocked={blocked !== undefined}
        log={(postponed) => log.current(postponed)}
      />
      <PeopleHistory people={form.people} />
    </div>
  );
}
