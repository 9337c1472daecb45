import type { Contact } from '../../domain/contact.ts';
import { usePane } from '../state/pane-context.ts';
import { openContact } from './contact-place.ts';
import { MergeForm } from './merge-form.tsx';
import { mergeOf } from './merge-of.ts';
import { useContactTexts } from './use-contact-texts.ts';

/** Merges a contact with another, and then shows the one that stays. */
export function MergeContacts({ contact, leave }: { contact: Contact; leave: () => void }) {
  const pane = usePane();
  const { merge } = useContactTexts();
  const { device } = pane.services;
  return (
    <div class="view">
      <h1 class="title">{merge.heading(contact.name)}</h1>
      <MergeForm
        contact={contact}
        leave={leave}
        save={async (wanted) => {
          const result = await device.perform({ ...device.envelope(), ...mergeOf(wanted) });
          if (result.outcome !== 'saved') return result.code;
          pane.announce(merge.done(wanted.stays.name));
          openContact(pane, wanted.stays.id);
          leave();
          return undefined;
        }}
      />
    </div>
  );
}
