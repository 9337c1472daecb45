import { Button } from '../components/button.tsx';
import { usePane } from '../state/pane-context.ts';
import { performAct } from '../state/perform-act.ts';
import type { ReadContact } from './read-contact.ts';
import { useContactTexts } from './use-contact-texts.ts';

/** Asks before a contact is deleted, and says what becomes of its entries (`domain.md` §12). */
export function DeleteContact({
  read: { contact, company, openFollowUps },
  leave,
}: {
  read: ReadContact;
  leave: () => void;
}) {
  const pane = usePane();
  const { remove, form } = useContactTexts();
  const entries = contact.type === 'company' ? remove.company : company ? remove.atCompany(company.name) : remove.alone;
  const confirm = async () => {
    const { device } = pane.services;
    const command = { ...device.envelope(), type: 'delete-contact' as const, contactId: contact.id };
    await performAct(command, remove.done(contact.name), pane);
    leave();
  };
  const isFree = openFollowUps === 0;
  return (
    <div class="view">
      <h1 class="title">{remove.heading(contact.name)}</h1>
      {isFree ? (
        <ul class="means">
          <li>{entries}</li>
          <li>{remove.offered}</li>
          <li>{remove.forGood}</li>
        </ul>
      ) : (
        <p role="alert">{remove.followUps(openFollowUps)}</p>
      )}
      <div class="actions">
        {isFree && (
          <Button kind="primary" onClick={() => void confirm()}>
            {remove.confirm}
          </Button>
        )}
        <Button kind="subtle" onClick={leave}>
          {form.keep}
        </Button>
      </div>
    </div>
  );
}
