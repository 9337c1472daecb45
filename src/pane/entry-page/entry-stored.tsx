import type { LogEntry } from '../../domain/log-entry.ts';
import { LinkedText } from '../components/linked-text.tsx';
import { useMessages } from '../state/pane-context.ts';
import { OpenOriginal } from './open-original.tsx';
import { useEntryPageTexts } from './use-entry-page-texts.ts';

/** What was stored of the mail or meeting, and who reads it. A mail's text is shown as text and as nothing else. */
export function EntryStored({ entry }: { entry: LogEntry }) {
  const { form, history } = useMessages();
  const { stored: t } = useEntryPageTexts();
  const { origin, note, text, withheld, level, audience } = entry;
  const heading = t.heading[origin === 'mail' || origin === 'meeting' ? origin : 'other'];
  return (
    <section class="block" aria-label={heading}>
      <h2 class="heading">{heading}</h2>
      <p class="hint">{t.only(form.levels[level], form.audiences[audience])}</p>
      {withheld && <p class="hint">{history.withheld}</p>}
      {!withheld && note === '' && text === '' && <p class="hint">{t.nothing}</p>}
      {note !== '' && (
        <p class="details-note">
          <LinkedText text={note} />
        </p>
      )}
      {text !== '' && (
        <details class="details-text">
          <summary>{t.showText}</summary>
          <p class="details-note">{text}</p>
        </details>
      )}
      <OpenOriginal entry={entry} />
    </section>
  );
}
