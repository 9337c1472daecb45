import { ContactPage } from '../contacts/contact-page.tsx';
import { ContactsView } from '../contacts/contacts-view.tsx';
import { useSetUpTexts } from '../set-up/use-texts.ts';
import { usePane } from '../state/pane-context.ts';

/** All contacts, and beside them the chosen one or one that is being made. */
export function WideContacts() {
  const { view } = usePane();
  const t = useSetUpTexts();
  const isChosen = view.value === 'contact';
  return (
    <div class={isChosen ? 'view-wide wide-contacts wide-contacts-both' : 'view-wide wide-contacts'}>
      <ContactsView />
      {isChosen && (
        <section class="log-chosen" aria-label={t.log.chosenContact}>
          <ContactPage />
        </section>
      )}
    </div>
  );
}
