import { useState } from 'preact/hooks';
import type { Contact, ContactFields } from '../../domain/contact.ts';
import { usePane } from '../state/pane-context.ts';
import { changedFields, draftOf } from './contact-draft.ts';
import { ContactForm } from './contact-form.tsx';
import { useContactTexts } from './use-contact-texts.ts';

/** Changes a contact. Only what was changed here is saved: a colleague's change of another field stays. */
export function EditContact({
  contact,
  company,
  leave,
}: {
  contact: Contact;
  company: Contact | undefined;
  leave: () => void;
}) {
  const pane = usePane();
  const { form } = useContactTexts();
  // As it was when the form was opened: what is different from that is what this person changed.
  const [before] = useState(contact);
  const { device } = pane.services;
  const save = async (fields: ContactFields) => {
    const to = changedFields(before, fields);
    if (Object.keys(to).length === 0) {
      pane.announce(form.unchanged);
      leave();
      return undefined;
    }
    const result = await device.perform({ ...device.envelope(), type: 'save-contact', contactId: contact.id, to });
    if (result.outcome !== 'saved') return result.code;
    pane.announce(form.saved);
    leave();
    return undefined;
  };
  return (
    <ContactForm
      heading={form.editHeading(before.name)}
      contact={before}
      start={draftOf(before)}
      company={company}
      save={save}
      leave={leave}
    />
  );
}
