import type { Contact } from '../../../domain/contact.ts';
import type { ContactId } from '../../../domain/ids.ts';
import type { InteractionFields, PerContactFields } from '../../../domain/interaction-fields.ts';
import type { InteractionTemplate } from '../../../domain/interaction-template.ts';
import { applyTemplate, blankValues, correspondenceTypeFor, describe } from '../../../domain/template-defaults.ts';

/**
 * An interaction as another template makes it (`domain.md` §4). What a mail or meeting decides stays: which way it went,
 * and how long it was.
 */
export function withTemplate<P extends PerContactFields>(
  { interaction, people }: { interaction: InteractionFields; people: readonly P[] },
  template: InteractionTemplate,
  contacts: ReadonlyMap<ContactId, Contact>,
  readerLanguage: string,
): { interaction: InteractionFields; people: P[] } {
  const contact = people.flatMap(({ contactId }) => contacts.get(contactId) ?? [])[0];
  const values = applyTemplate(blankValues, { template, contact, readerLanguage, campaignIsFixed: false });
  const isItem = interaction.origin === 'mail' || interaction.origin === 'meeting';
  return {
    interaction: {
      ...interaction,
      templateCode: template.id,
      groupCode: template.groupCode,
      language: values.language,
      flow: (isItem && interaction.flow) || values.flow,
      initiatedBy: (isItem && interaction.initiatedBy) || values.initiatedBy,
      campaignCode: values.campaignCode,
      campaignTarget: values.campaignCode !== null && values.campaignTarget,
      campaignResponse: values.campaignCode !== null && values.campaignResponse,
    },
    people: people.map((one) => ({
      ...one,
      cost: values.cost,
      minutes: interaction.origin === 'meeting' ? one.minutes : values.minutes,
      correspondenceType: correspondenceTypeFor(template, contacts.get(one.contactId)),
    })),
  };
}

/** The description under another template: what was typed stays, what a template gave is the new one's (`domain.md` §4.3). */
export function describedBy(
  description: string,
  before: InteractionTemplate | undefined,
  template: InteractionTemplate,
  readerLanguage: string,
): string {
  const isGiven = before !== undefined && Object.values(before.description).includes(description);
  return isGiven ? describe(template, [readerLanguage]) : description;
}
