import type { Contact, ContactFields } from '../../domain/contact.ts';
import type { ContactId } from '../../domain/ids.ts';
import { usePane } from '../state/pane-context.ts';
import { changedFields, draftOf } from './contact-draft.ts';
import { ContactForm } from './contact-form.tsx';
import { useContactTexts } from './use-contact-texts.ts';

/** Under which what was typed of a contact is kept. */
export const draftKeyOf = (id: ContactId) => `edit contact ${id}`;

/** Changes a contact. Only what was changed here is saved: a colleague's change of another field stays. */
export function EditContact({ contact, leave }: { contact: Contact; leave: () => void }) {
  const pane = usePane();
  const { form } = useContactTexts();
  const { device } = pane.services;
  const save = async (fields: ContactFields, before = contact) => {
    const changed = changedFields(before, fields);
    if (Object.keys(changed.to).length === 0) {
      pane.announce(form.unchanged);
      leave();
      return undefined;
    }
    const result = await device.perform({
      ...device.envelope(),
      type: 'save-contact',
      contactId: contact.id,
      ...changed,
    });
    if (result.outcome !== 'saved') return result.code;
    pane.announce(form.saved);
    leave();
    return undefined;
  };
  return (
    <ContactForm
      heading={form.editHeading(contact.name)}
      contact={contact}
      start={draftOf(contact)}
      draftKey={draftKeyOf(contact.id)}
      save={save}
      leave={leave}
    />
  );
}
