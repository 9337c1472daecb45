import type { CreateContact } from '../../../domain/commands/create-contact.ts';
import type { SaveContact } from '../../../domain/commands/save-contact.ts';
import type { Contact, ContactFields } from '../../../domain/contact.ts';
import { withChanges } from '../../../domain/with-changes.ts';
import { changedFields, draftOf } from '../../contacts/contact-draft.ts';
import { ContactForm } from '../../contacts/contact-form.tsx';
import { useMessages, usePane } from '../../state/pane-context.ts';
import { useWatch } from '../../state/use-watch.ts';
import type { MendProps } from './mend-props.ts';
import { NotHere } from './not-here.tsx';

/** A refused new contact. */
export function MendNewContact({ command, draftKey, send, leave }: MendProps<CreateContact>) {
  const save = async (fields: ContactFields) => {
    const result = await send({ ...command, fields });
    return result.outcome === 'saved' ? undefined : result.code;
  };
  return <ContactForm contact={undefined} start={draftOf(command.fields)} {...{ draftKey, save, leave }} mends />;
}

/** A refused change of a contact, over the contact as it is now. */
export function MendContact({ command, draftKey, send, leave }: MendProps<SaveContact>) {
  const pane = usePane();
  const t = useMessages();
  const read = useWatch(`mend contact ${command.contactId}`, async (reader) => ({
    contact: await reader.contact(command.contactId),
  }));
  if (!read) return null;
  const { contact } = read;
  if (!contact) return <NotHere leave={leave} />;
  const save = async (fields: ContactFields, saw: Contact = contact) => {
    const changed = changedFields(saw, fields);
    if (Object.keys(changed.to).length === 0) {
      pane.announce(t.attention.sameByNow);
      return undefined;
    }
    const result = await send({ ...command, ...changed });
    return result.outcome === 'saved' ? undefined : result.code;
  };
  return (
    <ContactForm
      contact={contact}
      start={draftOf(withChanges(contact, command.to))}
      {...{ draftKey, save, leave }}
      mends
    />
  );
}
