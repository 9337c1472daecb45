import type { CallResult, OfficeCalls } from '../office-calls.ts';
import type { OfficeMailbox } from '../office-surface.ts';

/**
 * Outlook opens nothing, and says nothing of it, when an item was moved since (its id is another one then) or is longer
 * than 32K characters on the web. Clients since Mailbox 1.9 at least answer that they were asked; the older ones are
 * taken at their word. So whoever asks says what it may be when nothing opens.
 */
export function displayForm(
  mailbox: OfficeMailbox,
  { form, itemId }: { form: string; itemId: string },
  calls: OfficeCalls,
): Promise<CallResult<unknown>> {
  return calls.run<unknown>('display', (callback) => {
    if (form === 'appointment') {
      if (mailbox.displayAppointmentFormAsync) return mailbox.displayAppointmentFormAsync(itemId, callback);
      mailbox.displayAppointmentForm?.(itemId);
    } else {
      if (mailbox.displayMessageFormAsync) return mailbox.displayMessageFormAsync(itemId, callback);
      mailbox.displayMessageForm?.(itemId);
    }
    callback({ status: 'succeeded', value: undefined });
  });
}
