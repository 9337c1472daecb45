import type {
  Audience,
  CorrespondenceType,
  Evaluation,
  InformationFlow,
  InitiatedBy,
  Language,
  StoredLevel,
} from '../../domain/choices.ts';
import type { Contact } from '../../domain/contact.ts';
import type { CampaignCode, ContactId, SalespersonCode, TemplateCode } from '../../domain/ids.ts';

/** Names a person on the form: the address on the item, or the contact's id when added by hand. */
export type PersonKey = string;

/** A person to be made a contact, as the user left the fields. An empty company means none. */
export interface NewContactChoice {
  name: string;
  company: string;
}

/** A contact that was searched for, with the name of its company. */
export interface AddedContact {
  contact: Contact;
  companyName: string;
}

/**
 * What the user did to the form, and nothing else: all that is not here follows from the item, the template and the
 * contacts, so that news from the host or the server never overwrites what was typed.
 */
export interface Choices {
  ticked: Readonly<Record<PersonKey, boolean>>;
  picked: Readonly<Record<PersonKey, ContactId>>;
  created: Readonly<Record<PersonKey, NewContactChoice>>;
  added: readonly AddedContact[];
  templateCode?: TemplateCode | undefined;
  description?: string | undefined;
  note?: string | undefined;
  level?: StoredLevel | undefined;
  audience?: Audience | undefined;
  part?: 'newest' | 'full' | undefined;
  day?: string | undefined;
  /** `HH:MM`, or empty for all day. */
  time?: string | undefined;
  minutes?: string | undefined;
  cost?: string | undefined;
  evaluation?: Evaluation | undefined;
  flow?: InformationFlow | undefined;
  initiatedBy?: InitiatedBy | undefined;
  /** Undefined: as each contact prefers. */
  correspondenceType?: CorrespondenceType | undefined;
  attemptFailed?: boolean | undefined;
  /** The number or address that was used, by person. */
  via?: Readonly<Record<PersonKey, string>> | undefined;
  /** Undefined: as the template says. */
  campaignCode?: CampaignCode | null | undefined;
  campaignTarget?: boolean | undefined;
  campaignResponse?: boolean | undefined;
  /** Who carried it out. */
  salespersonCode?: SalespersonCode | undefined;
  language?: Language | undefined;
  /** Cost and minutes are those of all contacts together, to be shared out among their entries. */
  isShared?: boolean | undefined;
  /** What is to be done next, with each of the contacts or with the first. */
  followUp?: FollowUpChoice | undefined;
}

/** A follow-up as it is typed; an empty line means none while nothing was touched. */
export interface FollowUpChoice {
  due: string;
  text: string;
  /** Its day or its line was changed: somebody means it. */
  isTouched?: boolean | undefined;
  /** Of several contacts only the first one gets it; else each gets one. */
  isForFirst?: boolean | undefined;
}

export const noChoices: Choices = { ticked: {}, picked: {}, created: {}, added: [] };

/**
 * Choosing a template resets what templates decide (`domain.md` §4.1). A description that was typed stays; one that came
 * from a template is the new one's (§4.3).
 */
export function chooseTemplate(choices: Choices, templateCode: TemplateCode): Choices {
  const { minutes, cost, flow, initiatedBy, correspondenceType, language, ...rest } = choices;
  const { campaignCode, campaignTarget, campaignResponse, ...kept } = rest;
  return { ...kept, templateCode };
}

/** Adds a contact that was searched for, ticked; once. */
export function addContact(choices: Choices, added: AddedContact): Choices {
  const { id } = added.contact;
  const isThere = choices.added.some(({ contact }) => contact.id === id);
  return {
    ...choices,
    added: isThere ? choices.added : [...choices.added, added],
    ticked: { ...choices.ticked, [id]: true },
  };
}

/** Takes a person's new contact back. */
export function withoutCreated(choices: Choices, key: PersonKey): Choices {
  const { [key]: _gone, ...created } = choices.created;
  return { ...choices, created };
}
