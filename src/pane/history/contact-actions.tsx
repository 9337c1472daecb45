import type { ContactId } from '../../domain/ids.ts';
import { startWithContact } from '../by-hand/start-by-hand.ts';
import { useTexts } from '../by-hand/use-texts.ts';
import { Button } from '../components/button.tsx';
import { Chip } from '../components/chip.tsx';
import { openContact } from '../contacts/contact-place.ts';
import { namesOfUsers } from '../state/names-of-users.ts';
import { useMessages, usePane } from '../state/pane-context.ts';
import { useWatch } from '../state/use-watch.ts';

const mostOpen = 5;

/** What can be begun with a contact, and what is still to be done. One that is blocked for privacy says so before anything is begun. */
export function ContactActions({ contactId }: { contactId: ContactId }) {
  const pane = usePane();
  const t = useMessages();
  const card = pane.view.value !== 'contact' && (
    <Button kind="link" onClick={() => openContact(pane, contactId)}>
      {t.menu.contact}
    </Button>
  );
  const { byHand, followUp } = useTexts();
  const read = useWatch(`actions ${contactId}`, async (reader) => {
    const contact = await reader.contact(contactId);
    const company = contact?.companyId ? await reader.contact(contact.companyId) : undefined;
    const open = (await reader.followUps({ contactId })).filter(({ closed }) => closed === null).slice(0, mostOpen);
    const names = await namesOfUsers([...new Set(open.map(({ userId }) => userId))], reader, pane);
    return { open, names, blocked: contact?.privacyBlocked ? contact : company?.privacyBlocked ? company : undefined };
  });
  if (read?.blocked)
    return (
      <p class="hint">
        <Chip tone="warning">{t.people.blocked}</Chip> {byHand.blockedHelp} {card}
      </p>
    );
  const canCall = pane.setup.value?.templateSetup?.outgoingCalls ?? null;
  const { nearDay } = pane.format.value;
  return (
    <>
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
      {read && read.open.length > 0 && (
        <ul class="comments" aria-label={followUp.open}>
          {read.open.map((one) => (
            <li key={one.id}>
              <span class={one.due < pane.today.value ? 'comment-by due-overdue' : 'comment-by'}>
                {followUp.dueOn(nearDay(one.due, pane.today.value), read.names.get(one.userId))}
              </span>{' '}
              {one.text}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
