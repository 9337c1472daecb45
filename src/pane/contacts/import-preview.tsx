import { useMessages, usePane } from '../state/pane-context.ts';
import { checkContact } from './files/check-contact.ts';
import { type NotTaken, whyUnreadable } from './files/not-taken.ts';
import type { RawContact, UnreadablePart } from './files/raw-contact.ts';
import { reasonText } from './reason-text.ts';
import { useContactTexts } from './use-contact-texts.ts';

/** The first contacts of a file as they would be made, or why not. */
export function ImportPreview({
  raws,
  more,
  notTaken,
}: {
  raws: readonly (RawContact | UnreadablePart)[];
  more: number;
  /** What is known by now of the whole file. */
  notTaken: readonly NotTaken[];
}) {
  const pane = usePane();
  const t = useMessages();
  const { import: texts, page } = useContactTexts();
  const salespeople = pane.setup.value?.salespeople ?? [];
  const why = (raw: RawContact | UnreadablePart): string | undefined => {
    const known = notTaken.find(({ line }) => line === raw.line);
    if (known) return reasonText(known.why, texts, t);
    if ('unreadable' in raw) return reasonText(whyUnreadable(raw), texts, t);
    const checked = checkContact(raw, salespeople);
    return checked.ok ? undefined : reasonText(checked.why, texts, t);
  };
  return (
    <section class="contact-section">
      <h2 class="heading">{texts.preview}</h2>
      <ul class="import-preview">
        {raws.map((raw) => {
          const wrong = why(raw);
          const facts =
            'unreadable' in raw
              ? []
              : [
                  raw.type === 'company' ? page.types.company : raw.companyName,
                  raw.email,
                  ...raw.otherEmails,
                  ...raw.phones,
                  ...raw.domains,
                ].filter((fact) => fact !== '');
          return (
            <li key={raw.line}>
              <p>{'unreadable' in raw || raw.name === '' ? texts.line(raw.line) : raw.name}</p>
              {facts.length > 0 && <p class="hint">{facts.join(' · ')}</p>}
              {wrong && <p class="hint fault">{texts.wontTake(wrong)}</p>}
            </li>
          );
        })}
      </ul>
      {more > 0 && <p class="hint">{texts.more(more)}</p>}
    </section>
  );
}
