import { Banner } from '../components/banner.tsx';
import { Button } from '../components/button.tsx';
import { lazyPart } from '../components/lazy-part.tsx';
import { Skeleton } from '../components/skeleton.tsx';
import { useFirstMessages } from '../state/pane-context.ts';
import { type Home, withoutItem } from './home.ts';
import { ItemHeading } from './item-heading.tsx';
import { SubjectView } from './subject-view.tsx';

const HandForm = lazyPart(async () => (await import('../by-hand/by-hand-form.tsx')).ByHandForm, 6);

/** What is open in the mail client, ready to be logged. */
export function HomeView({ home: { watch, subject: shown } }: { home: Home }) {
  const t = useFirstMessages();
  const opened = watch.opened.value;
  const subject = shown.value;
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
