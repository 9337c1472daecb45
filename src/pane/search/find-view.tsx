import { useState } from 'preact/hooks';
import { ContactHistory } from '../history/contact-history.tsx';
import { useMessages } from '../state/pane-context.ts';
import { ContactSearch } from './contact-search.tsx';
import type { ContactHit } from './find-contacts.ts';

/** Finds any contact and shows what the team has done with them. */
export function FindView() {
  const t = useMessages();
  const [found, setFound] = useState<ContactHit>();
  return (
    <div class="view">
      <h1 class="title">{t.pane.find}</h1>
      <ContactSearch label={t.search.label} autoFocus pick={setFound} />
      {!found && <p class="hint">{t.search.help}</p>}
      {found && (
        <section class="block history">
          <p class="hint">{[found.companyName, found.contact.email].filter(Boolean).join(' · ')}</p>
          <ContactHistory key={found.contact.id} contactId={found.contact.id} name={found.contact.name} />
        </section>
      )}
    </div>
  );
}
