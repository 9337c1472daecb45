import { useEffect, useId, useState } from 'preact/hooks';
import type { Contact } from '../../domain/contact.ts';
import { missingFrom } from '../../domain/fill-blanks.ts';
import type { ProblemCode } from '../../domain/problem-code.ts';
import { Banner } from '../components/banner.tsx';
import { Button } from '../components/button.tsx';
import { ContactSearch } from '../search/contact-search.tsx';
import { useMessages, usePane } from '../state/pane-context.ts';
import { filledLabels, type WantedMerge } from './merge-of.ts';
import { useContactTexts } from './use-contact-texts.ts';

interface MergeFormProps {
  contact: Contact;
  /** What is chosen at first. */
  first?: WantedMerge | undefined;
  /** Told of all that is chosen. */
  keep?: (merge: WantedMerge) => void;
  /** Gives the code when it was not kept. */
  save: (merge: WantedMerge) => Promise<ProblemCode | undefined>;
  leave: () => void;
}

/** Chooses what a contact is merged with: which of them stays, and what that means, is seen before it is done. */
export function MergeForm({ contact, first, keep, save, leave }: MergeFormProps) {
  const t = useMessages();
  const pane = usePane();
  const { merge, form, page } = useContactTexts();
  const id = useId();
  const [other, setOther] = useState(first && (first.stays.id === contact.id ? first.goes : first.stays));
  const [stays, setStays] = useState(first?.stays ?? contact);
  const [takesOver, setTakesOver] = useState(first?.takesOver ?? true);
  const [problem, setProblem] = useState<ProblemCode>();
  const goes = stays.id === contact.id ? other : contact;
  const cannot =
    other === undefined
      ? undefined
      : other.id === contact.id
        ? merge.itself
        : other.type !== contact.type
          ? merge.otherType
          : undefined;

  useEffect(() => {
    if (goes && !cannot) keep?.({ stays, goes, takesOver });
  }, [stays, goes, takesOver]);
  const fills = goes && !cannot ? filledLabels(missingFrom(stays, goes), page) : [];
  const confirm = async (wanted: WantedMerge) => setProblem(await save(wanted));
  return (
    <div class="view">
      {problem && (
        <Banner tone="danger" title={t.problems[problem].what}>
          {t.problems[problem].help}
        </Banner>
      )}
      <ContactSearch
        label={merge.find}
        autoFocus
        pick={(hit) => {
          if (stays.id !== contact.id) setStays(hit.contact);
          setOther(hit.contact);
        }}
      />
      {cannot && <p role="alert">{cannot}</p>}
      {other && goes && !cannot && (
        <>
          <fieldset class="leave-out">
            <legend class="field-label">{merge.whichStays}</legend>
            {[contact, other].map((one) => (
              <label class="contact-check" key={one.id}>
                <input
                  type="radio"
                  class="checkbox"
                  name={id}
                  checked={stays.id === one.id}
                  onChange={() => setStays(one)}
                />
                <span>
                  {one.name}
                  {one.email !== '' && <span class="hint"> {one.email}</span>}
                </span>
              </label>
            ))}
          </fieldset>
          <section class="contact-section">
            <h2 class="heading">{merge.means}</h2>
            <ul class="means">
              <li>{merge.history(stays.name)}</li>
              <li>{merge.hidden(goes.name)}</li>
              <li>{merge.joined(goes.name)}</li>
              <li>{merge.back}</li>
            </ul>
          </section>
          <label class="contact-check">
            <input
              type="checkbox"
              class="checkbox"
              checked={takesOver}
              onChange={(event) => setTakesOver(event.currentTarget.checked)}
            />
            <span>
              {merge.takeOver(goes.name)}. <span class="hint">{merge.takeOverHelp}</span>
              {fills.length > 0 && <span class="hint"> {merge.fills(stays.name, pane.format.value.list(fills))}</span>}
            </span>
          </label>
        </>
      )}
      <div class="actions">
        {goes && !cannot && (
          <Button kind="primary" onClick={() => void confirm({ stays, goes, takesOver })}>
            {merge.confirm}
          </Button>
        )}
        <Button kind="subtle" onClick={leave}>
          {form.keep}
        </Button>
      </div>
    </div>
  );
}
