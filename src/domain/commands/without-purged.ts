import { type Decision, refused } from '../decision.ts';
import type { ContactId, EntryId } from '../ids.ts';
import { isWeak } from '../item-keys.ts';
import type { Purge } from '../purge.ts';
import type { Command } from './command.ts';
import type { LogInteraction } from './log-interaction.ts';

/** Why the row with this key (`rowKey`) is gone for good; undefined when it is not. */
export type WhyGone = (key: string) => Purge['why'] | undefined;

type Refused = Extract<Decision, { outcome: 'refused' }>;

/**
 * `command` without what it says about people who were erased, or why nothing of it is left to do. What is beside the
 * point goes quietly (a company, the entry that a follow-up is about); of several contacts or entries the erased ones
 * go and the others stay. A deleted entry that the command is about refuses it whole: somebody has to see that.
 */
export function withoutPurged<C extends Command>(command: C, why: WhyGone): C | Refused {
  return purgeableKeys(command).some(why) ? without(command, why) : command;
}

function without<C extends Command>(command: C, why: WhyGone): C | Refused {
  const entry = (id: EntryId) => why(`entry:${id}`);
  const contact = (id: ContactId) => why(`contact:${id}`);
  const company = (id: ContactId | null) => (id !== null && contact(id) ? null : id);
  const link = (id: EntryId | null) => (id !== null && entry(id) ? null : id);
  const isDeleted = (id: EntryId) => entry(id) === 'deleted';
  const as = (known: Command | Refused) => known as C | Refused; // same variant as it came in
  const known: Command = command;

  switch (known.type) {
    case 'log-interaction': {
      const deleted = known.with.find(({ entryId }) => isDeleted(entryId));
      if (deleted) return entryDeleted(deleted.entryId);
      const left = known.with.filter(({ contactId, entryId }) => !contact(contactId) && !entry(entryId));
      if (left.length === 0) return contactErased(known.with[0]?.contactId);
      const item = left.length < known.with.length ? withoutAddresses(known.item) : known.item;
      return as({ ...known, item, with: left.map((one) => ({ ...one, companyId: company(one.companyId) })) });
    }
    case 'cancel-interaction':
    case 'evaluate-interaction': {
      const deleted = known.entryIds.find(isDeleted);
      if (deleted) return entryDeleted(deleted);
      const entryIds = known.entryIds.filter((id) => !entry(id));
      return entryIds.length === 0 ? contactErased(known.entryIds[0]) : as({ ...known, entryIds });
    }
    case 'reinstate-interaction': {
      const deleted = known.entries.find(({ entryId }) => isDeleted(entryId));
      if (deleted) return entryDeleted(deleted.entryId);
      const entries = known.entries.filter(({ entryId }) => !entry(entryId));
      return entries.length === 0 ? contactErased(known.entries[0]?.entryId) : as({ ...known, entries });
    }
    case 'finish-postponed': {
      const { entryId, perContact } = known;
      if (isDeleted(entryId)) return entryDeleted(entryId);
      if (entry(entryId) || contact(perContact.contactId)) return contactErased(perContact.contactId);
      return as({ ...known, perContact: { ...perContact, companyId: company(perContact.companyId) } });
    }
    case 'correct-interaction':
    case 'add-comment':
      if (isDeleted(known.entryId)) return entryDeleted(known.entryId);
      return entry(known.entryId) ? contactErased(known.entryId) : command;
    case 'create-contact':
      if (contact(known.contactId)) return contactErased(known.contactId);
      return as({ ...known, fields: { ...known.fields, companyId: company(known.fields.companyId) } });
    case 'save-contact': {
      if (contact(known.contactId)) return contactErased(known.contactId);
      const withoutCompany = (fields: typeof known.to) =>
        fields.companyId === undefined ? fields : { ...fields, companyId: company(fields.companyId) };
      return as({ ...known, saw: withoutCompany(known.saw), to: withoutCompany(known.to) });
    }
    case 'merge-contacts': {
      const gone = [known.from, known.into].find((id) => id !== null && contact(id));
      return gone ? contactErased(gone) : command;
    }
    case 'delete-contact':
      return contact(known.contactId) ? contactErased(known.contactId) : command;
    case 'save-follow-up': {
      const { followUpId, fields } = known;
      if (why(`follow-up:${followUpId}`) || contact(fields.contactId)) return contactErased(fields.contactId);
      const linked = <F extends typeof fields>(one: F): F => ({
        ...one,
        companyId: company(one.companyId),
        entryId: link(one.entryId),
      });
      return as({ ...known, fields: linked(fields), ...(known.saw && { saw: linked(known.saw) }) });
    }
    case 'close-follow-up':
      if (why(`follow-up:${known.followUpId}`)) return contactErased(known.followUpId);
      return as({ ...known, entryId: link(known.entryId) });
    case 'reopen-follow-up':
      return why(`follow-up:${known.followUpId}`) ? contactErased(known.followUpId) : command;
    case 'save-setup':
      return command;
  }
}

/** A weak key may name who was erased; where there is no other, the item is known by it alone and keeps it. */
function withoutAddresses(item: LogInteraction['item']): LogInteraction['item'] {
  const strong = item?.keys.filter((key) => !isWeak(key)) ?? [];
  return item && strong.length > 0 ? { ...item, keys: strong } : item;
}

/** The keys of all rows that `withoutPurged` asks about, so that a store can look them up at once. */
export function purgeableKeys(command: Command): string[] {
  const keys = new Set<string>();
  without(command, (key) => {
    keys.add(key);
    return undefined;
  });
  return [...keys];
}

function entryDeleted(id: EntryId): Refused {
  return refused('entry-deleted', { id }) as Refused; // as it was just made
}

function contactErased(id: string | undefined): Refused {
  return refused('contact-erased', id === undefined ? {} : { id }) as Refused; // as above
}
