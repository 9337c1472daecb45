import { useEffect } from 'preact/hooks';
import { usePane } from '../state/pane-context.ts';
import type { ByHandStart } from './by-hand.ts';
import { ByHandForm } from './by-hand-form.tsx';
import { useTexts } from './use-texts.ts';

/** An interaction that is no open mail or meeting: a call, a visit, a letter. */
export function ByHandView() {
  const { byHand } = usePane();
  const start = byHand.start.value;
  // The next one who comes by the menu finds a new form; this one is there again when the same is started again.
  useEffect(() => () => byHand.startFromNothing(), [byHand]);
  return <ByHandForm key={start.key} start={start} view="new" heading={<Heading start={start} />} />;
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
