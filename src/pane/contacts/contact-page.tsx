import './contacts.css';
import { usePane } from '../state/pane-context.ts';
import { ContactDetails } from './contact-details.tsx';
import { openContact } from './contact-place.ts';
import { NewContact } from './new-contact.tsx';

/** The page of one contact, or of one that is about to be made. */
export function ContactPage() {
  const pane = usePane();
  const place = pane.contactPlace.value;
  if ('show' in place) return <ContactDetails key={place.show} contactId={place.show} />;
  return (
    <NewContact
      start={place.create}
      done={(id) => openContact(pane, id)}
      leave={() => (pane.view.value = 'contacts')}
    />
  );
}
