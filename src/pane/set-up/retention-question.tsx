import { useRef } from 'preact/hooks';
import { Button } from '../components/button.tsx';
import { WarningIcon } from '../icons/icons.tsx';
import { RetentionEffect } from './retention-effect.tsx';
import { useSetUpTexts } from './use-texts.ts';

/** Asks before a template is saved whose entries shall be kept for less long than until now; what goes is shown first. */
export function RetentionQuestion({
  code,
  days,
  yes,
  no,
}: {
  code: string;
  days: number;
  yes: () => void;
  no: () => void;
}) {
  const words = useSetUpTexts().retention;
  const part = useRef<HTMLElement>(null);
  const bringIntoView = () => part.current?.scrollIntoView?.({ block: 'nearest' }); // jsdom has none
  return (
    <section ref={part} class="banner banner-danger" aria-label={words.heading(code, days)}>
      <WarningIcon />
      <div class="banner-text">
        <strong>{words.heading(code, days)}</strong>
        <RetentionEffect code={code} days={days} answered={bringIntoView} />
        <div class="actions">
          <Button autoFocus onClick={no}>
            {words.no}
          </Button>
          <Button onClick={yes}>{words.yes}</Button>
        </div>
      </div>
    </section>
  );
}
