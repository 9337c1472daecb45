import type { ContactFields } from '../../domain/contact.ts';
import type { ContactId } from '../../domain/ids.ts';
import { usePane } from '../state/pane-context.ts';
import { draftOf } from './contact-draft.ts';
import { ContactForm } from './contact-form.tsx';
import { useContactTexts } from './use-contact-texts.ts';

/** A contact that is made by hand. Its salesperson is the one who makes it, unless said otherwise. */
export function NewContact({
  start,
  done,
  leave,
}: {
  start: Partial<ContactFields>;
  done: (id: ContactId) => void;
  leave: () => void;
}) {
  const pane = usePane();
  const { form } = useContactTexts();
  const { device } = pane.services;
  const save = async (fields: ContactFields) => {
    const contactId = device.newId() as ContactId; // a new UUID
    const result = await device.perform({ ...device.envelope(), type: 'create-contact', contactId, fields });
    if (result.outcome !== 'saved') return result.code;
    pane.announce(form.created(fields.name));
    done(contactId);
    return undefined;
  };
  const first = draftOf({ salespersonCode: device.account.salespersonCode, ...start });
  return <ContactForm heading={form.newHeading} contact={undefined} start={first} save={save} leave={leave} />;
}
