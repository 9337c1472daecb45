import { useEffect, useState } from 'preact/hooks';
import type { Contact } from '../../domain/contact.ts';
import type { LogSubject } from '../log-view/log-subject.ts';
import { usePane } from '../state/pane-context.ts';
import { blockerOf } from './start-by-hand.ts';

/**
 * Who keeps the form from being logged: a contact on it, or its company, that is blocked for privacy. It is known before
 * anything is typed; `refuses` says it of somebody who is not on the form yet.
 */
export function useBlocker(subject: LogSubject): {
  name: string | undefined;
  refuses: (contact: Contact) => Promise<boolean>;
} {
  const pane = usePane();
  const [name, setName] = useState<string>();
  const { people } = subject.form.value;
  const ids = people.map(({ contact }) => contact?.id).join(' ');
  useEffect(() => {
    let isGone = false;
    const look = async () => {
      for (const { contact } of people) {
        const blocker = contact && (await blockerOf(contact, pane));
        if (isGone) return;
        if (blocker) return setName(blocker.name);
      }
      if (people.length > 0) setName(undefined);
    };
    void look();
    return () => {
      isGone = true;
    };
  }, [ids]);
  const refuses = async (contact: Contact) => {
    const blocker = await blockerOf(contact, pane);
    setName(blocker?.name);
    return blocker !== undefined;
  };
  return { name, refuses };
}
