import type { CancelInteraction } from '../../src/domain/commands/cancel-interaction.ts';
import type { CreateContact } from '../../src/domain/commands/create-contact.ts';
import type { ReinstateInteraction } from '../../src/domain/commands/reinstate-interaction.ts';
import type { ContactFields } from '../../src/domain/contact.ts';
import type { EmailAddress } from '../../src/domain/email-address.ts';
import type { CommandId, ContactId, EntryId, ItemId } from '../../src/domain/ids.ts';
import { id, noon } from './domain-samples.ts';

export function createContact(number: number, contactId: ContactId, over: Partial<ContactFields> = {}): CreateContact {
  return {
    id: id<CommandId>(number),
    madeAt: noon,
    needs: [],
    type: 'create-contact',
    contactId,
    fields: {
      type: 'person',
      name: `Person ${number}`,
      companyId: null,
      email: `person${number}@example.com` as EmailAddress, // has the checked form
      otherEmails: [],
      phones: [],
      domains: [],
      salespersonCode: null,
      correspondenceType: '',
      language: '',
      privacyBlocked: false,
      ...over,
    },
  };
}

export function cancel(
  number: number,
  entryIds: EntryId[],
  over: Partial<Pick<CancelInteraction, 'undoes' | 'needs' | 'why'>> = {},
): CancelInteraction {
  return {
    id: id<CommandId>(number),
    madeAt: noon,
    needs: [],
    type: 'cancel-interaction',
    entryIds,
    why: '',
    undoes: null,
    ...over,
  };
}

export function reinstate(
  number: number,
  entryId: EntryId,
  itemId: ItemId | null,
  removes: CommandId[],
): ReinstateInteraction {
  return {
    id: id<CommandId>(number),
    madeAt: noon,
    needs: [],
    type: 'reinstate-interaction',
    entries: [{ entryId, itemId, removes }],
  };
}
