import type { Draft } from '../../capture/draft.ts';
import type { InteractionTemplate } from '../../domain/interaction-template.ts';
import type { Setup } from '../../store/local-store.ts';
import type { FormPerson } from './form-people.ts';

/**
 * The number or address that an interaction probably used: of a mail the one on it; by hand the contact's first number
 * for a call (a template of the group that outgoing calls are in) and the main address for an e-mail.
 */
export function viaOf(
  { participant, contact }: FormPerson,
  draft: Draft | undefined,
  template: InteractionTemplate | undefined,
  setup: Setup | undefined,
): string {
  if (draft) return draft.itemKind === 'mail' ? (participant?.address ?? '') : '';
  if (!contact || !template) return '';
  if (isCall(template, setup)) return contact.phones[0] ?? '';
  return template.correspondenceType === 'email' ? contact.email : '';
}

/** True of the templates of phone calls. */
export function isCall(template: InteractionTemplate, setup: Setup | undefined): boolean {
  const calls = setup?.templates.find(({ id }) => id === setup.templateSetup?.outgoingCalls);
  return calls !== undefined && calls.groupCode === template.groupCode;
}
