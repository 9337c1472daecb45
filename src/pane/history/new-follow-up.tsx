import type { FollowUpId } from '../../domain/ids.ts';
import type { ShownEntry } from '../../store/local-store.ts';
import { useTexts } from '../by-hand/use-texts.ts';
import { FollowUpForm, type WrittenFollowUp } from '../follow-ups/follow-up-form.tsx';
import { useKeptDraft } from '../state/kept-draft.ts';
import { usePane } from '../state/pane-context.ts';
import { performAct } from '../state/perform-act.ts';
import { needed } from './needed.ts';

/** Makes a follow-up of an entry, with its contact and on the own list. */
export function NewFollowUp({ shown: { entry, pending }, leave }: { shown: ShownEntry; leave: () => void }) {
  const pane = usePane();
  const { followUp } = useTexts();
  const { device } = pane.services;
  const { kept, keep, drop } = useKeptDraft<WrittenFollowUp>(`follow-up ${entry.id}`);
  const end = () => {
    drop();
    leave();
  };
  return (
    <FollowUpForm
      first={kept}
      keep={keep}
      leave={end}
      save={async (due, text) => {
        const { id: entryId, contactId, companyId } = entry;
        const followUpId = device.newId() as FollowUpId; // made for it
        const { userId } = device.account;
        const fields = { contactId, companyId, entryId, due, text, userId };
        const command = { ...device.envelope(needed(pending)), type: 'save-follow-up', followUpId, fields } as const;
        if (await performAct(command, followUp.saved, pane)) end();
      }}
    />
  );
}
