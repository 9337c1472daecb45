import type { SaveFollowUp } from '../../../domain/commands/save-follow-up.ts';
import type { FollowUpId } from '../../../domain/ids.ts';
import { useTexts } from '../../by-hand/use-texts.ts';
import { fieldsOf } from '../../follow-ups/fields-of.ts';
import { FollowUpForm, type WrittenFollowUp } from '../../follow-ups/follow-up-form.tsx';
import { ContactSearch } from '../../search/contact-search.tsx';
import { StoredNow } from '../../set-up/stored-now.tsx';
import { useKeptState } from '../../state/kept-draft.ts';
import { useMessages, usePane } from '../../state/pane-context.ts';
import { useWatch } from '../../state/use-watch.ts';
import type { MendProps } from './mend-props.ts';

/** A refused follow-up: another day, other words, another contact. One that is closed by now is made anew. */
export function MendFollowUp({ command, code, draftKey, send, leave }: MendProps<SaveFollowUp>) {
  const pane = usePane();
  const t = useMessages();
  const texts = useTexts();
  const [edited, edit] = useKeptState(draftKey, () => ({
    of: { contactId: command.fields.contactId, companyId: command.fields.companyId },
    written: command.fields as WrittenFollowUp,
  }));
  const { of } = edited;
  // On whose list it was put meanwhile is not known here; then what is sent counts as it is.
  const now = useWatch(`mend follow-up ${command.followUpId}`, async (reader) => {
    const mine = await reader.followUps({ userId: pane.services.device.account.userId });
    return mine.find(({ id }) => id === command.followUpId);
  });
  const contact = useWatch(`mend with ${of.contactId}`, (reader) => reader.contact(of.contactId));
  return (
    <div class="view">
      <p>{contact?.name}</p>
      {code === 'changed-meanwhile' && now && (
        <StoredNow
          values={[
            [texts.followUp.due, pane.format.value.day(now.due, pane.today.value)],
            [texts.followUp.text, now.text],
          ]}
        />
      )}
      <ContactSearch
        label={t.search.label}
        pick={({ contact: one }) => edit({ ...edited, of: { contactId: one.id, companyId: one.companyId } })}
      />
      <FollowUpForm
        first={edited.written}
        keep={(written) => edit({ ...edited, written })}
        leave={leave}
        save={async (due, text) => {
          // What it followed up belongs to the contact that it was with.
          const entryId = of.contactId === command.fields.contactId ? command.fields.entryId : null;
          const followUpId =
            code === 'follow-up-closed' ? (pane.services.device.newId() as FollowUpId) : command.followUpId; // made for it
          const { saw: _seenBefore, ...rest } = command;
          const saw = now && followUpId === now.id ? { saw: fieldsOf(now) } : {};
          await send({ ...rest, followUpId, fields: { ...command.fields, ...of, entryId, due, text }, ...saw });
        }}
      />
    </div>
  );
}
