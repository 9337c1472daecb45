import type { CorrespondenceType, InformationFlow, InitiatedBy, Language } from './choices.ts';
import type { Contact } from './contact.ts';
import type { CampaignCode, GroupCode, TemplateCode } from './ids.ts';
import type { InteractionTemplate } from './interaction-template.ts';

/** The values of an interaction that a template decides. */
export interface TemplateValues {
  templateCode: TemplateCode | null;
  groupCode: GroupCode | null;
  description: string;
  subject: string;
  language: Language;
  flow: InformationFlow;
  initiatedBy: InitiatedBy;
  correspondenceType: CorrespondenceType;
  /** Per entry, in the workspace's currency. */
  cost: number;
  minutes: number;
  campaignCode: CampaignCode | null;
  campaignTarget: boolean;
  campaignResponse: boolean;
}

export interface TemplateChoice {
  template: InteractionTemplate;
  contact: Pick<Contact, 'language' | 'correspondenceType' | 'email' | 'otherEmails'> | undefined;
  /** The reader's language, for the description when the template has none in the contact's or its own language. */
  readerLanguage: Language;
  /** True when the interaction is about a campaign already, which then stays (`domain.md` §4.6). */
  campaignIsFixed: boolean;
}

/** The values before any template was chosen. */
export const blankValues: TemplateValues = {
  templateCode: null,
  groupCode: null,
  description: '',
  subject: '',
  language: '',
  flow: '',
  initiatedBy: '',
  correspondenceType: '',
  cost: 0,
  minutes: 0,
  campaignCode: null,
  campaignTarget: false,
  campaignResponse: false,
};

/**
 * What choosing a template does to an interaction, in the order of `domain.md` §4: what the template decides is reset
 * first; the description is taken over only if it is blank or another template had been chosen before.
 */
export function applyTemplate(before: TemplateValues, choice: TemplateChoice): TemplateValues {
  const { template, contact } = choice;
  const language = languageFor(template, contact?.language ?? '');
  const changesTemplate = before.templateCode !== null && before.templateCode !== template.id;
  const takesDescription = before.description === '' || changesTemplate;
  const campaign = choice.campaignIsFixed ? before.campaignCode : template.campaignCode;
  return {
    ...blankValues,
    templateCode: template.id,
    language,
    groupCode: template.groupCode,
    description: takesDescription ? describe(template, [language, choice.readerLanguage]) : before.description,
    cost: template.unitCost,
    minutes: template.unitDuration,
    flow: template.flow,
    initiatedBy: template.initiatedBy,
    campaignTarget: template.campaignTarget,
    campaignResponse: template.campaignResponse,
    correspondenceType: correspondenceTypeFor(template, contact),
    campaignCode: campaign,
  };
}

/** A template's or group's text in the first of `languages` it has, else in any it has, else its code. */
export function describe(
  template: { id: string; description: Readonly<Record<string, string>> },
  languages: readonly string[],
): string {
  for (const language of languages) {
    const text = template.description[language];
    if (text) return text;
  }
  return Object.values(template.description).find((text) => text !== '') ?? template.id;
}

/** `domain.md` §4.2: the contact's language where the template has it, else the template's own. */
export function languageFor(template: InteractionTemplate, contactLanguage: Language): Language {
  return contactLanguage !== '' && contactLanguage in template.description ? contactLanguage : template.language;
}

type Reached = Pick<Contact, 'correspondenceType' | 'email' | 'otherEmails'> | undefined;

/** `domain.md` §4.5 (b) to (d), as far as the contact can be reached so. Rule (a) belongs to segments. */
export function correspondenceTypeFor(
  template: Pick<InteractionTemplate, 'correspondenceType' | 'ignoreContactCorrespondenceType'> | undefined,
  contact: Reached,
): CorrespondenceType {
  const own = contact?.correspondenceType ?? '';
  const byTemplate = template?.correspondenceType ?? '';
  const templateWins = template?.ignoreContactCorrespondenceType || (own === '' && byTemplate !== '');
  return reachableBy(templateWins ? byTemplate : own, contact);
}

/** The check at log time (`domain.md` §4): a contact without any address gets no e-mail type, also when it was chosen. */
export function reachableBy(type: CorrespondenceType, contact: Reached): CorrespondenceType {
  const hasAddress = contact === undefined || contact.email !== '' || contact.otherEmails.length > 0;
  return type === 'email' && !hasAddress ? '' : type;
}
