import type { FollowUp, FollowUpFields } from '../../domain/follow-up.ts';

/** What a person can change of a follow-up, as it stands. */
export function fieldsOf({ contactId, companyId, entryId, due, text, userId }: FollowUp): FollowUpFields {
  return { contactId, companyId, entryId, due, text, userId };
}
