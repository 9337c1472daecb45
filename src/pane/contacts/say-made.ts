import type { ContactId } from '../../domain/ids.ts';
import type { PaneState } from '../state/pane-state.ts';
import type { ContactTexts } from './texts/en.ts';

/** Says that a contact was made, or to which one it was added that is there already; gives the id of that. */
export async function sayMade(
  id: ContactId,
  name: string,
  pane: PaneState,
  { form }: Pick<ContactTexts, 'form'>,
): Promise<ContactId> {
  const made = await pane.services.device.store.contact(id);
  const isJoined = made !== undefined && made.id !== id;
  pane.announce(isJoined ? form.joined(made.name) : form.created(name));
  return made?.id ?? id;
}
