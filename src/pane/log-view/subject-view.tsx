import type { ReadonlySignal } from '@preact/signals';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { lazyPart } from '../components/lazy-part.tsx';
import { Skeleton } from '../components/skeleton.tsx';
import { SearchPlace } from '../search/search-place.tsx';
import { useFirstMessages, usePane } from '../state/pane-context.ts';
import { ActionArea } from './action-area.tsx';
import { addContact } from './choices.ts';
import { FormFields } from './form-fields.tsx';
import { ItemHeading } from './item-heading.tsx';
import type { LogSubject } from './log-subject.ts';
import { PeopleList } from './people-list.tsx';

export const PeopleHistory = lazyPart(async () => (await import('../history/people-history.tsx')).PeopleHistory, 5);
export const ContactSearch = lazyPart(
  async () => (await import('../search/contact-search.tsx')).ContactSearch,
  SearchPlace,
);

/** One thing to be logged: what it is, with whom, as what, the button, and what there was before. */
export function SubjectView({ subject, isStale }: { subject: LogSubject; isStale: ReadonlySignal<boolean> }) {
  const pane = usePane();
  const t = useFirstMessages();
  const blocked = isStale.value || !subject.isRead.value;
  const form = subject.form.value;
  const [isNotLoaded, setNotLoaded] = useState(false);
  const log = useRef(async () => {});
  // Asked at the click, not when this was rendered: the item may have changed in between.
  const isBlocked = () => isStale.peek() || !subject.isRead.peek() || pane.view.peek() !== 'home';
  log.current = async () => {
    if (isBlocked()) return;
    const loaded = await Promise.all([import('./log-it.ts'), pane.loadTexts()]).catch(() => undefined);
    // The network went in the moment between the form and what loads after it: the form stays as it is.
    setNotLoaded(!loaded);
    if (loaded && !isBlocked()) await loaded[0].logIt(subject, pane);
  };
  // With the form, not a frame later: who knows the keys presses them as soon as it is there.
  useLayoutEffect(() => {
    const ended = new AbortController();
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      // Whoever writes in a form of its own (a correction, a reason) means that one, not what is open.
      const form = event.target instanceof Element ? event.target.closest('form') : null;
      if (form) form.requestSubmit();
      else void log.current();
    };
    document.addEventListener('keydown', onKeyDown, { signal: ended.signal });
    return () => ended.abort();
  }, []);

  if (subject.item !== undefined && subject.read.value === undefined)
    return (
      <div class={blocked ? 'subject is-stale' : 'subject'}>
        <ItemHeading subject={subject} />
        <Skeleton rows={6} label={t.open.reading} />
      </div>
    );

  const everyoneIsLogged = form.people.length > 0 && form.people.every(({ logged }) => logged);
  return (
    <div class={blocked ? 'subject is-stale' : 'subject'} aria-busy={blocked}>
      <ItemHeading subject={subject} />
      <section class="block" aria-label={t.people.heading}>
        <h2 class="heading">{t.people.heading}</h2>
        <PeopleList subject={subject} />
        <ContactSearch
          label={t.people.addAnother}
          pick={({ contact, companyName }) =>
            subject.change((choices) => addContact(choices, { contact, companyName }))
          }
        />
      </section>
      {!everyoneIsLogged && <FormFields subject={subject} />}
      <ActionArea subject={subject} isBlocked={blocked} isNotLoaded={isNotLoaded} log={() => void log.current()} />
      {form.people.some(({ contact }) => contact) && <PeopleHistory people={form.people} />}
    </div>
  );
}
