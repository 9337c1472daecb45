import './contacts.css';
import { Banner } from '../components/banner.tsx';
import { Button } from '../components/button.tsx';
import { usePane } from '../state/pane-context.ts';
import { ContactDetails } from './contact-details.tsx';
import { openContact } from './contact-place.ts';
import { NewContact } from './new-contact.tsx';
import { useContactTexts } from './use-contact-texts.ts';

/** The page of one contact, or of one that is about to be made. */
export function ContactPage() {
  const pane = usePane();
  const place = pane.contactPlace.value;
  const { duplicates: t } = useContactTexts();
  if ('show' in place) {
    const { show, unfinished } = place;
    return (
      <>
        {unfinished && (
          <Banner
            tone="info"
            title={t.unfinished(unfinished.draft?.name ?? '')}
            actions={<Button onClick={() => (pane.contactPlace.value = unfinished)}>{t.goOn}</Button>}
          />
        )}
        <ContactDetails key={show} contactId={show} />
      </>
    );
  }
  return (
    <NewContact
      place={place}
      done={(id) => openContact(pane, id)}
      leave={pane.back}
      lookAt={(id, draft) => (pane.contactPlace.value = { show: id, unfinished: { ...place, draft } })}
    />
  );
}
