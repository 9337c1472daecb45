import type { ContactId } from '../../domain/ids.ts';
import { startWithContact } from '../by-hand/start-by-hand.ts';
import { useTexts } from '../by-hand/use-texts.ts';
import { Button } from '../components/button.tsx';
import { Chip } from '../components/chip.tsx';
import { openContact } from '../contacts/contact-place.ts';
import { useMessages, usePane } from '../state/pane-context.ts';
import { useWatch } from '../state/use-watch.ts';

/** What can be begun with a contact. One that is blocked for privacy says so before anything is begun. */
export function ContactActions({ contactId }: { contactId: ContactId }) {
  const pane = usePane();
  const t = useMessages();
  const card = pane.view.value !== 'contact' && (
    <Button kind="link" onClick={() => openContact(pane, contactId)}>
      {t.menu.contact}
    </Button>
  );
  const { byHand } = useTexts();
  const read = useWatch(`actions ${contactId}`, async (reader) => {
    const contact = await reader.contact(contactId);
    const company = contact?.companyId ? await reader.contact(contact.companyId) : undefined;
    return { blocked: contact?.privacyBlocked ? contact : company?.privacyBlocked ? company : undefined };
  });
  if (read?.blocked)
    return (
      <p class="hint">
        <Chip tone="warning">{t.people.blocked}</Chip> {byHand.blockedHelp} {card}
      </p>
    );
  const canCall = pane.setup.value?.templateSetup?.outgoingCalls ?? null;
  return (
    <div class="actions actions-tight">
      {canCall !== null && (
        <Button kind="link" onClick={() => void startWithContact(contactId, 'call', pane)}>
          {t.menu.call}
        </Button>
      )}
      <Button kind="link" onClick={() => void startWithContact(contactId, 'any', pane)}>
        {t.menu.new}
      </Button>
      {card}
    </div>
  );
}
