import { Banner } from '../components/banner.tsx';
import { Button } from '../components/button.tsx';
import { CheckIcon } from '../icons/icons.tsx';
import { useMessages, usePane } from '../state/pane-context.ts';
import type { ImportProgress } from './files/import-contacts.ts';
import { createBreathe } from './files/in-slices.ts';
import type { NotTakenReason } from './files/not-taken.ts';
import { reasonText } from './reason-text.ts';
import { useContactTexts } from './use-contact-texts.ts';

/** How far an import has come, and the way to stop it. */
export function ImportRunning({
  progress: { done, total },
  isStopping,
  stop,
}: {
  progress: ImportProgress;
  isStopping: boolean;
  stop: () => void;
}) {
  const { import: t } = useContactTexts();
  return (
    <>
      <progress class="import-progress" max={total} value={done} aria-label={t.heading} />
      <p>{isStopping ? t.stopping : t.running(done, total)}</p>
      <div>
        <Button disabled={isStopping} onClick={stop}>
          {t.stop}
        </Button>
      </div>
      <p class="hint">{t.sending}</p>
    </>
  );
}

/** What an import has made and what it has not taken, by reason; the whole report can be saved. `broke`: what went wrong in it. */
export function ImportDone({ progress, broke }: { progress: ImportProgress; broke: string | undefined }) {
  const pane = usePane();
  const t = useMessages();
  const { import: texts } = useContactTexts();
  const { created, companies, notTaken, state } = progress;
  const reasons = new Map<NotTakenReason, number>();
  for (const { why } of notTaken) reasons.set(why, (reasons.get(why) ?? 0) + 1);
  const save = async () => {
    const { importReport } = await import('./files/import-report.ts');
    const rows = notTaken.map(({ line, name, why, value }) => ({ line, name, why: reasonText(why, texts, t), value }));
    const delimiter = pane.language.value === 'fi' ? ';' : ',';
    const breathe = createBreathe(pane.services.clock, pane.signal);
    const text = await importReport(rows, texts.reportHeadings, delimiter, breathe);
    pane.services.saveFile(`interlog-not-imported-${pane.today.value}.csv`, text);
  };
  return (
    <div class="import-report" role="status">
      <h2 class="heading">{texts.finished}</h2>
      {broke !== undefined && (
        <Banner tone="danger" title={texts.broke}>
          {texts.stopped} {texts.brokeBy(broke)}
        </Banner>
      )}
      <p>
        <CheckIcon /> {texts.created(created)}
      </p>
      {companies > 0 && <p>{texts.companies(companies)}</p>}
      {state === 'stopped' && broke === undefined && <p>{texts.stopped}</p>}
      {created > 0 && (
        <p class="hint">
          {texts.sending} {texts.refusedLater}
        </p>
      )}
      {notTaken.length > 0 && (
        <>
          <p>{texts.notTaken(notTaken.length)}</p>
          <ul class="means">
            {[...reasons].map(([why, count]) => (
              <li key={why}>
                {pane.format.value.number(count)} × {reasonText(why, texts, t)}
              </li>
            ))}
          </ul>
          <div>
            <Button onClick={() => void save()}>{texts.report}</Button>
          </div>
        </>
      )}
    </div>
  );
}
