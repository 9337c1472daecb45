import { useId, useState } from 'preact/hooks';
import type { Contact } from '../../domain/contact.ts';
import type { ProblemCode } from '../../domain/problem-code.ts';
import { Banner } from '../components/banner.tsx';
import { Button } from '../components/button.tsx';
import { ContactSearch } from '../search/contact-search.tsx';
import { useMessages, usePane } from '../state/pane-context.ts';
import { openContact } from './contact-place.ts';
import { mergeOf } from './merge-of.ts';
import { useContactTexts } from './use-contact-texts.ts';

/** Merges a contact with another: which of them stays, and what that means, is seen before it is done. */
export function MergeContacts({ contact, leave }: { contact: Contact; leave: () => void }) {
  const pane = usePane();
  const t = useMessages();
  const { merge, form } = useContactTexts();
  const id = useId();
  const [other, setOther] = useState<Contact>();
  const [stays, setStays] = useState(contact);
  const [takesOver, setTakesOver] = useState(true);
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

  const confirm = async () => {
    if (!goes) return;
    const { device } = pane.services;
    const result = await device.perform({ ...device.envelope(), ...mergeOf({ stays, goes, takesOver }) });
    if (result.outcome !== 'saved') return setProblem(result.code);
    pane.announce(merge.done(stays.name));
    openContact(pane, stays.id);
    leave();
  };
  return (
    <div class="view">
      <h1 class="title">{merge.heading(contact.name)}</h1>
      {problem && (
        <Banner tone="danger" title={t.problems[problem].what}>
          {t.problems[problem].help}
        </Banner>
      )}
      <ContactSearch label={merge.find} autoFocus pick={(hit) => setOther(hit.contact)} />
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
            </span>
          </label>
        </>
      )}
      <div class="actions">
        {goes && !cannot && (
          <Button kind="primary" onClick={() => void confirm()}>
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
