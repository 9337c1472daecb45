import * as v from 'valibot';
import type { Draft, TemplateReason } from '../../capture/draft.ts';
import { Cost, Minutes } from '../../domain/amounts.ts';
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
import type { CampaignCode, ContactId, SalespersonCode } from '../../domain/ids.ts';
import type { InteractionTemplate } from '../../domain/interaction-template.ts';
import { instantAt } from '../../domain/local-time.ts';
import { longestText } from '../../domain/longest.ts';
import { isOffered } from '../../domain/offered.ts';
import {
  applyTemplate,
  blankValues,
  correspondenceTypeFor,
  reachableBy,
  type TemplateValues,
} from '../../domain/template-defaults.ts';
import { Day, dayIn, type Instant, TypedDay, timeIn, type Zone } from '../../domain/time.ts';
import { loggableFrom } from '../../domain/too-far-ahead.ts';
import type { Setup, ShownEntry } from '../../store/local-store.ts';
import { readAmount, writeAmount } from '../messages/amount-text.ts';
import type { Choices, FollowUpChoice, PersonKey } from './choices.ts';
import { chosenPeople, type FormPerson, formPeople } from './form-people.ts';
import { type Amounts, amountsOf } from './share-out.ts';
import type { TextState } from './text-state.ts';
import { viaOf } from './via-of.ts';

/** Why the button can't be used just now; each has its words in the catalogues. */
export type Cannot =
  | 'setup'
  | 'nobody'
  | 'pick'
  | 'blocked'
  | 'tooMany'
  | 'template'
  | 'description'
  | 'salesperson'
  | 'date'
  | 'minutes'
  | 'cost'
  | 'followUp'
  | 'followUpText'
  | 'text';

export type TemplateWhy = TemplateReason | 'chosen' | 'none';

/** The form as it is shown, and as it would be logged. */
export interface LogForm {
  people: FormPerson[];
  chosen: FormPerson[];
  template: InteractionTemplate | undefined;
  templateWhy: TemplateWhy;
  /** As the template makes them for the first chosen contact, with the user's changes. */
  values: TemplateValues;
  description: string;
  day: string;
  /** `HH:MM`; empty for all day. */
  time: string;
  zone: Zone;
  at: Instant | null;
  minutes: string;
  cost: string;
  evaluation: Evaluation;
  flow: InformationFlow;
  initiatedBy: InitiatedBy;
  /** Undefined: as each contact prefers. */
  correspondenceType: CorrespondenceType | undefined;
  /** What is stored for each of the chosen, in their order. */
  correspondenceTypes: readonly CorrespondenceType[];
  attemptFailed: boolean;
  campaignCode: CampaignCode | null;
  campaignTarget: boolean;
  campaignResponse: boolean;
  language: Language;
  /** The number or address that was used with each of the chosen. */
  via: Readonly<Record<PersonKey, string>>;
  isShared: boolean;
  /** Cost and minutes of each of the chosen, in their order. */
  amounts: readonly Amounts[];
  followUp: FollowUpChoice | undefined;
  salespersonCode: SalespersonCode | null;
  note: string;
  level: StoredLevel;
  isSensitive: boolean;
  audience: Audience;
  part: 'newest' | 'full';
  /** The text that would be stored; empty unless the level asks for it and it was read. */
  text: string;
  cannot: Cannot | undefined;
  /** Set when the interaction lies too far ahead: from when it can be logged. */
  logFrom: Instant | undefined;
}

export interface FormInput {
  /** Undefined when it is logged by hand. */
  draft: Draft | undefined;
  choices: Choices;
  entries: readonly ShownEntry[];
  companies: ReadonlyMap<ContactId, Contact>;
  /** Contacts of the entries that were merged into another one, with that one. */
  mergedInto?: ReadonlyMap<ContactId, ContactId> | undefined;
  /** Whom the person meant the last time at an address that several contacts share. */
  remembered?: ((address: string) => ContactId | undefined) | undefined;
  setup: Setup | undefined;
  text: TextState;
  /** Whom the account is linked to, and its address. */
  salespersonCode: SalespersonCode | null;
  email?: string | undefined;
  readerLanguage: Language;
  now: Instant;
  zone: Zone;
}

const mostContacts = 100;

/** What the form shows for what is open and what the user chose. Pure: the same input gives the same form. */
export function logForm(input: FormInput): LogForm {
  const { draft, choices, setup } = input;
  const people = formPeople({ ...input, participants: draft?.participants ?? [] });
  const chosen = chosenPeople(people);
  const suggested = suggestedTemplate(draft, setup);
  const template = setup?.templates.find(({ id }) => id === (choices.templateCode ?? suggested?.code));
  const contact = chosen[0]?.contact;
  const typed = choices.description ?? draft?.subject ?? '';
  const values =
    template === undefined
      ? { ...blankValues, description: typed }
      : applyTemplate(
          { ...blankValues, description: typed },
          { template, contact, readerLanguage: input.readerLanguage, campaignIsFixed: false },
        );

  const zone = draft?.zone ?? input.zone;
  const when = whenOf(input, zone);
  const isSensitive = draft !== undefined && draft.sensitivity !== 'normal';
  const note = choices.note ?? '';
  const wanted = choices.level ?? (isSensitive && note.trim() === '' ? 'details' : 'note');
  const level = wanted === 'text' && input.text.state === 'failed' ? 'note' : wanted;
  const part = choices.part ?? 'newest';
  const campaignCode = choices.campaignCode === undefined ? values.campaignCode : choices.campaignCode;
  const form: LogForm = {
    people,
    chosen,
    template,
    templateWhy: choices.templateCode !== undefined ? 'chosen' : (suggested?.why ?? 'none'),
    values,
    description: choices.description ?? values.description,
    ...when,
    zone,
    minutes: choices.minutes ?? writeAmount(draft?.minutes ?? values.minutes),
    cost: choices.cost ?? writeAmount(values.cost),
    evaluation: choices.evaluation ?? '',
    ...whoAndWhither(draft, choices, values, template),
    correspondenceType: choices.correspondenceType,
    correspondenceTypes: chosen.map(({ contact: one }) =>
      choices.correspondenceType === undefined
        ? correspondenceTypeFor(template, one)
        : reachableBy(choices.correspondenceType, one),
    ),
    attemptFailed: choices.attemptFailed ?? false,
    campaignCode,
    campaignTarget: campaignCode !== null && (choices.campaignTarget ?? values.campaignTarget),
    campaignResponse: campaignCode !== null && (choices.campaignResponse ?? values.campaignResponse),
    language: choices.language ?? values.language,
    via: Object.fromEntries(
      chosen.map((one) => [one.key, choices.via?.[one.key] ?? viaOf(one, draft, template, setup)]),
    ),
    isShared: choices.isShared ?? false,
    amounts: [],
    followUp: choices.followUp,
    salespersonCode: choices.salespersonCode ?? salespersonFor(input, contact),
    note,
    level,
    isSensitive,
    audience: choices.audience ?? 'team',
    part,
    text: level === 'text' && input.text.state === 'read' ? input.text.text[part].slice(0, longestText) : '',
    cannot: undefined,
    logFrom: undefined,
  };
  form.amounts = amountsOf(form);
  form.cannot = whyNot(form, input);
  if (form.cannot === undefined) form.logFrom = loggableFrom({ ...form, day: v.parse(Day, form.day) }, input.now);
  return form;
}

/**
 * What the capture suggests; by hand, a call; and for an item that only colleagues are on, the template of its kind. Nothing
 * where the set-up names none; the first template where there is no set-up at all.
 */
function suggestedTemplate(draft: Draft | undefined, setup: Setup | undefined): Draft['suggestedTemplate'] {
  if (draft?.suggestedTemplate) return draft.suggestedTemplate;
  const actions = setup?.templateSetup;
  if (!actions) {
    const first = setup?.templates.find(isOffered);
    return first ? { code: first.id, why: 'first' } : null;
  }
  const byKind = {
    call: [actions.outgoingCalls, 'call'],
    meeting: [actions.meetings, 'meeting'],
    draft: [actions.emailDrafts, 'draft'],
    mail: [actions.emails, 'outgoing-mail'],
  } as const;
  const isDraft = draft?.itemKind === 'mail' && draft.mode === 'compose';
  const [code, why] = byKind[draft === undefined ? 'call' : isDraft ? 'draft' : draft.itemKind];
  return code === null ? null : { code, why };
}

/** `domain.md` §6: the one salesperson with the user's address, else the one the account is linked to, else the contact's. */
function salespersonFor({ setup, email, salespersonCode }: FormInput, contact: Contact | undefined) {
  const mine = email ? setup?.salespeople.filter((one) => one.email === email) : undefined;
  const [only] = mine?.length === 1 ? mine : [];
  return only?.id ?? salespersonCode ?? contact?.salespersonCode ?? null;
}

/** The item's own moment unless the user changed it; by hand, the next full minute (`domain.md` §6). */
function whenOf({ draft, choices, now }: FormInput, zone: Zone): Pick<LogForm, 'day' | 'time' | 'at'> {
  const byHand = new Date(Math.ceil(Date.parse(now) / 60_000) * 60_000).toISOString() as Instant; // has the checked form
  const ownAt = draft ? draft.at : byHand;
  const ownDay = draft ? draft.day : dayIn(zone, byHand);
  const ownTime = ownAt === null ? '' : timeIn(zone, ownAt);
  const day = choices.day ?? ownDay;
  const time = choices.time ?? ownTime;
  if (day === ownDay && time === ownTime) return { day, time, at: ownAt };
  const parsed = v.safeParse(TypedDay, day);
  return { day, time, at: time === '' || !parsed.success ? null : instantAt(zone, parsed.output, time) };
}

/** A mail's own direction decides over the template's (`domain.md` §14.3, §14.5); elsewhere it fills what is blank. */
function whoAndWhither(
  draft: Draft | undefined,
  choices: Choices,
  values: TemplateValues,
  template: InteractionTemplate | undefined,
): Pick<LogForm, 'flow' | 'initiatedBy'> {
  const direction = draft?.direction ?? '';
  const side: InitiatedBy = direction === '' ? '' : direction === 'outbound' ? 'us' : 'them';
  const isMail = draft?.itemKind === 'mail' && template?.correspondenceType === 'email';
  return {
    flow: choices.flow ?? ((isMail && direction) || values.flow || direction),
    initiatedBy:
      choices.initiatedBy ?? (((isMail || draft?.itemKind === 'meeting') && side) || values.initiatedBy || side),
  };
}

function whyNot(form: LogForm, { setup, text }: FormInput): Cannot | undefined {
  if (setup === undefined || setup.templates.length === 0) return 'setup';
  if (form.chosen.length === 0)
    return form.people.some((person) => person.candidates.length > 0 && !person.contact) ? 'pick' : 'nobody';
  if (form.chosen.some(({ contact }) => contact?.privacyBlocked)) return 'blocked';
  if (form.chosen.length > mostContacts) return 'tooMany';
  if (form.chosen.some(({ creates }) => creates?.name.trim() === '')) return 'description';
  if (!form.template) return 'template';
  if (form.description.trim() === '') return 'description';
  if (form.salespersonCode === null) return 'salesperson';
  if (!v.is(TypedDay, form.day)) return 'date';
  if (!v.is(Minutes, readAmount(form.minutes))) return 'minutes';
  if (!v.is(Cost, readAmount(form.cost))) return 'cost';
  const { followUp } = form;
  if (followUp?.isTouched && followUp.text.trim() === '') return 'followUpText';
  if (followUp !== undefined && followUp.text.trim() !== '' && !v.is(TypedDay, followUp.due)) return 'followUp';
  if (form.level === 'text' && text.state === 'reading') return 'text';
  return undefined;
}
