import { useState } from 'preact/hooks';
import type { Contact } from '../../domain/contact.ts';
import type { FormPerson } from '../log-view/form-people.ts';
import type { LogSubject } from '../log-view/log-subject.ts';
import { usePane } from '../state/pane-context.ts';
import { useWatch } from '../state/use-watch.ts';
import { blockerOf } from './start-by-hand.ts';

/** A person, and who is blocked for privacy and so keeps them from being logged: they themselves or their company. */
export interface Blocked {
  person: string;
  by: string;
}

/**
 * Who of the ticked people can't be logged with, because a contact or its company is blocked for privacy: known before
 * anything is typed. `refused` is who was to be added last and was not; the form stays as it was.
 */
export function useBlocker(subject: LogSubject): {
  blocked: Blocked | undefined;
  refused: Blocked | undefined;
  refuses: (contact: Contact) => Promise<boolean>;
} {
  const pane = usePane();
  const [refused, setRefused] = useState<Blocked>();
  const { chosen } = subject.form.value;
  const ids = chosen.map(({ contact }) => contact?.id).join(' ');
  const blocked = useWatch(`blocked ${ids}`, async (reader) => {
    const found = await Promise.all(
      chosen.map(async ({ name, contact: held }: FormPerson): Promise<Blocked | undefined> => {
        // What is on the form is of the moment when it was added.
        const contact = held && ((await reader.contact(held.id)) ?? held);
        const by = contact && (await blockerOf(contact, reader));
        return by && { person: name, by: by.name };
      }),
    );
    return { first: found.find((one) => one !== undefined) };
  });
  const refuses = async (contact: Contact) => {
    const by = await blockerOf(contact, pane.services.device.store);
    setRefused(by && { person: contact.name, by: by.name });
    return by !== undefined;
  };
  return { blocked: blocked?.first, refused, refuses };
}
