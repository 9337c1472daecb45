import { untracked, useComputed } from '@preact/signals';
import { useMemo, useRef } from 'preact/hooks';
import type { ByHandStart } from '../by-hand/by-hand.ts';
import { Banner } from '../components/banner.tsx';
import { Button } from '../components/button.tsx';
import { lazyPart } from '../components/lazy-part.tsx';
import { Skeleton } from '../components/skeleton.tsx';
import { watchOpenItem } from '../open-item/watch-open-item.ts';
import { useFirstMessages, usePane } from '../state/pane-context.ts';
import { ItemHeading } from './item-heading.tsx';
import { createKeptForms } from './kept-form.ts';
import { createLogSubject, type LogSubject } from './log-subject.ts';
import { SubjectView } from './subject-view.tsx';

const HandForm = lazyPart(async () => (await import('../by-hand/by-hand-form.tsx')).ByHandForm, 6);
const withoutItem: ByHandStart = { key: 'home', contacts: [], choices: {} };

/** What is open in the mail client, ready to be logged. */
export function HomeView() {
  const pane = usePane();
  const t = useFirstMessages();
  const watch = useMemo(() => watchOpenItem(pane.services.host, pane.signal), [pane]);
  const formFor = useMemo(createKeptForms, [pane]);
  const last = useRef<LogSubject | undefined>(undefined);
  const subject = useComputed(() => {
    const opened = watch.opened.value;
    last.current = untracked(() => {
      if (opened.state === 'reading' || opened.state === 'several') return undefined;
      if (opened.state !== 'item') return createLogSubject(pane, undefined, formFor(withoutItem.key), pane.signal);
      const { item, signal } = opened;
      const before = last.current?.item?.identity === item.identity ? last.current.read.value : undefined;
      return createLogSubject(pane, item, formFor(item.identity), signal, before);
    });
    return last.current;
  }).value;
  const opened = watch.opened.value;

  return (
    <>
      {opened.state === 'reading' && <Skeleton rows={7} label={t.open.reading} />}
      {opened.state === 'several' && (
        <div class="empty">
          <h1 class="title">{t.open.several(opened.count)}</h1>
          <p>{t.open.severalHelp}</p>
        </div>
      )}
      {opened.state === 'unreadable' && (
        <Banner
          tone="warning"
          title={t.open.unreadable}
          actions={<Button onClick={watch.readAgain}>{t.pane.retry}</Button>}
        >
          {t.open.unreadableHelp}
        </Banner>
      )}
      {subject?.item && <SubjectView key={subject.item.identity} subject={subject} isStale={watch.isStale} />}
      {subject && !subject.item && (
        <HandForm start={withoutItem} view="home" heading={<ItemHeading subject={subject} />} />
      )}
    </>
  );
}
