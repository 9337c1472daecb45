import type { Alias } from '../decision.ts';
import type { FollowUpFields } from '../follow-up.ts';
import type { ContactId } from '../ids.ts';
import type { Command } from './command.ts';

/** What an id stands for now: itself, or the row it was joined to. */
export type Resolve = <Id extends string>(kind: Alias['kind'], id: Id) => Id;

/** The ids in `command` that may have become aliases, so that a store can look them all up at once. */
export function aliasableIds(command: Command): { kind: Alias['kind']; id: string }[] {
  const found: { kind: Alias['kind']; id: string }[] = [];
  resolveAliases(command, (kind, id) => {
    found.push({ kind, id });
    return id;
  });
  return found;
}

/** `command` with every id that was joined to another row replaced by that row's. New ids of its own stay. */
export function resolveAliases<C extends Command>(command: C, resolve: Resolve): C {
  const nullable = <Id extends string>(kind: Alias['kind'], id: Id | null) => (id === null ? null : resolve(kind, id));
  const known: Command = command;
  switch (known.type) {
    case 'log-interaction': {
      const resolved = known.with.map((one) => ({
        ...one,
        contactId: resolve('contact', one.contactId),
        companyId: nullable('contact', one.companyId),
      }));
      return { ...known, with: resolved } as Command as C; // same variant as it came in
    }
    case 'cancel-interaction':
      return { ...known, entryIds: known.entryIds.map((id) => resolve('entry', id)) } as Command as C; // as above
    case 'reinstate-interaction': {
      const entries = known.entries.map((one) => ({
        ...one,
        entryId: resolve('entry', one.entryId),
        itemId: nullable('item', one.itemId),
      }));
      return { ...known, entries } as Command as C; // as above
    }
    case 'finish-postponed': {
      const { perContact } = known;
      const resolved = {
        ...perContact,
        contactId: resolve('contact', perContact.contactId),
        companyId: nullable('contact', perContact.companyId),
      };
      return { ...known, entryId: resolve('entry', known.entryId), perContact: resolved } as Command as C; // as above
    }
    case 'correct-interaction':
    case 'add-comment':
    case 'reopen-follow-up':
      return { ...known, entryId: resolve('entry', known.entryId) } as Command as C; // as above
    case 'evaluate-interaction':
      return { ...known, entryIds: known.entryIds.map((id) => resolve('entry', id)) } as Command as C; // as above
    case 'save-contact': {
      const contactId = resolve('contact', known.contactId);
      const resolved = <F extends { companyId?: ContactId | null | undefined }>(fields: F): F =>
        fields.companyId ? { ...fields, companyId: resolve('contact', fields.companyId) } : fields;
      return { ...known, contactId, saw: resolved(known.saw), to: resolved(known.to) } as Command as C; // as above
    }
    case 'merge-contacts':
      return {
        ...known,
        from: resolve('contact', known.from),
        into: nullable('contact', known.into),
        outOf: nullable('contact', known.outOf),
      } as Command as C; // as above
    case 'delete-contact':
      return { ...known, contactId: resolve('contact', known.contactId) } as Command as C; // as above
    case 'save-follow-up': {
      const resolved = (fields: FollowUpFields): FollowUpFields => ({
        ...fields,
        contactId: resolve('contact', fields.contactId),
        companyId: nullable('contact', fields.companyId),
        entryId: nullable('entry', fields.entryId),
      });
      const saw = known.saw && { saw: resolved(known.saw) };
      return { ...known, fields: resolved(known.fields), ...saw } as Command as C; // as above
    }
    case 'close-follow-up':
      return { ...known, entryId: nullable('entry', known.entryId) } as Command as C; // as above
    case 'save-setup':
      return command;
    case 'create-contact': {
      const companyId = nullable('contact', known.fields.companyId);
      return { ...known, fields: { ...known.fields, companyId } } as Command as C; // as above
    }
  }
}
