import { canonicalJson } from '../../domain/canonical-json.ts';
import type { ContactFields } from '../../domain/contact.ts';
import type { ContactId } from '../../domain/ids.ts';
import { usePane } from '../state/pane-context.ts';
import { type ContactDraft, draftOf } from './contact-draft.ts';
import { ContactForm } from './contact-form.tsx';
import type { NewContactPlace } from './contact-place.ts';
import { sayMade } from './say-made.ts';
import { useContactTexts } from './use-contact-texts.ts';

/** A contact that is made by hand. Its salesperson is the one who makes it, unless said otherwise. */
export function NewContact({
  place,
  done,
  leave,
  lookAt,
}: {
  place: NewContactPlace;
  done: (id: ContactId) => void;
  leave: () => void;
  /** Shows another contact; what was typed is gone on with later. */
  lookAt: (id: ContactId, draft: ContactDraft) => void;
}) {
  const pane = usePane();
  const texts = useContactTexts();
  const { device } = pane.services;
  const save = async (fields: ContactFields) => {
    const contactId = device.newId() as ContactId; // a new UUID
    const result = await device.perform({ ...device.envelope(), type: 'create-contact', contactId, fields });
    if (result.outcome !== 'saved') return result.code;
    done(await sayMade(contactId, fields.name, pane, texts));
    return undefined;
  };
  const first = place.draft ?? draftOf({ salespersonCode: device.account.salespersonCode, ...place.create });
  return (
    <ContactForm
      heading={texts.form.newHeading}
      contact={undefined}
      start={first}
      draftKey={`new contact ${canonicalJson(place.create)}`}
      save={save}
      leave={leave}
      lookAt={lookAt}
    />
  );
}
