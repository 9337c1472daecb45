import * as v from 'valibot';
import { ContactFields } from '../contact.ts';
import { ask, type DecideContext, type Decision, done, refused } from '../decision.ts';
import { ContactId } from '../ids.ts';
import type { Known } from '../known.ts';
import { mergeFields } from '../merge-fields.ts';
import { byId, type Ref } from '../ref.ts';
import { withChanges } from '../with-changes.ts';
import { envelope } from './envelope.ts';

const Changes = v.partial(v.omit(ContactFields, ['type']));

/**
 * Changes fields of a contact; what is not named stays. A person stays a person and a company a company. `saw` holds what
 * the person saw in the same fields: when somebody changed one of them to another value meanwhile, it is refused. Only
 * managers and admins lift a privacy block.
 */
export const SaveContact = v.object({
  ...envelope,
  type: v.literal('save-contact'),
  contactId: ContactId,
  saw: Changes,
  to: Changes,
});
export type SaveContact = v.InferOutput<typeof SaveContact>;

export function readsOfSaveContact({ contactId, to }: SaveContact): Ref[] {
  return to.companyId ? [byId('contact', contactId), byId('contact', to.companyId)] : [byId('contact', contactId)];
}

export function decideSaveContact(command: SaveContact, known: Known, context: DecideContext): Decision {
  const { contactId, saw, to } = command;
  const contact = known.get('contact', contactId);
  if (!contact) return context.receivedAt === null ? ask : refused('contact-not-found', { id: contactId });
  if (contact.deleted) return refused('contact-not-found', { id: contactId });
  if (to.companyId) {
    const company = known.get('contact', to.companyId);
    if (!company || company.deleted)
      return context.receivedAt === null ? ask : refused('contact-not-found', { field: 'companyId' });
    if (company.type !== 'company' || company.id === contactId || contact.type === 'company')
      return refused('company-is-no-company', { field: 'companyId', id: company.id });
  }
  const merged = mergeFields(saw, to, contact);
  if (merged.clash !== undefined) return refused('changed-meanwhile', { field: merged.clash, id: contactId });
  // Anybody may block, who hears the wish; to lift that is for those who answer for it.
  if (contact.privacyBlocked && merged.fields.privacyBlocked === false && context.actor.role === 'salesperson')
    return refused('not-allowed', { field: 'privacyBlocked', id: contactId });
  return done([withChanges(contact, merged.fields)]);
}
