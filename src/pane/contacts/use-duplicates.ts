import type { ContactId } from '../../domain/ids.ts';
import type { LikelyDuplicate } from '../../domain/likely-duplicates.ts';
import { useDirectory } from '../directory/use-directory.ts';
import { type ContactDraft, typedSoFar } from './contact-draft.ts';

const most = 4;

/** The contacts of this device that the draft may be the same as, as far as they have been gone through. */
export function useDuplicates(draft: ContactDraft, except: ContactId | undefined): LikelyDuplicate[] {
  const typed = typedSoFar(draft);
  return useDirectory(JSON.stringify(typed), (of) => of.likelyDuplicates(typed, most, except))?.value ?? [];
}
