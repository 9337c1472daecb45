import type { Draft } from '../../capture/draft.ts';
import type { Command } from '../../domain/commands/command.ts';
import type { CreateContact } from '../../domain/commands/create-contact.ts';
import type { LogInteraction } from '../../domain/commands/log-interaction.ts';
import type { SaveFollowUp } from '../../domain/commands/save-follow-up.ts';
import type { ContactFields } from '../../domain/contact.ts';
import type { CommandId, ContactId, EntryId, FollowUpId, ItemId, SalespersonCode, UserId } from '../../domain/ids.ts';
import { longestNote } from '../../domain/longest.ts';
import { cut } from '../../domain/text.ts';
import type { Day, Instant } from '../../domain/time.ts';
import type { FormPerson } from './form-people.ts';
import type { LogForm } from './log-form.ts';

/** Gives one new id per name, the same one each time it is asked: what the preview shows is what is sent. */
export type IdFor = (name: string) => string;

/** What a click sends: contacts to be made, the interaction, and what is to be done next (a postponed one holds that itself). */
export interface Composed {
  creates: CreateContact[];
  log: LogInteraction;
  followUps: SaveFollowUp[];
}

/**
 * The commands of a click, in the order in which they must run: companies and people to be created, then the
 * interaction, which needs them, then the follow-ups, which are on the list of `userId`. The form has been found complete
 * (`cannot` is undefined; unless it is postponed, `logFrom`, too).
 */
export function composeCommands(
  form: LogForm,
  draft: Draft | undefined,
  idFor: IdFor,
  madeAt: Instant,
  { userId, postponed = false }: { userId: UserId; postponed?: boolean },
): Composed | undefined {
  const { template, salespersonCode } = form;
  if (!template || salespersonCode === null) return undefined;
  const id = (name: string) => idFor(name) as CommandId; // ids of a form are made for what they are named
  const creates = new Map<string, CreateContact>();

  const createsCompany = (name: string, domain: string | undefined): CreateContact => {
    const key = `company:${domain ?? name.toLowerCase()}`;
    const contactId = idFor(`contact:${key}`) as ContactId; // as above
    const command: CreateContact = creates.get(key) ?? {
      id: id(`create:${key}`),
      madeAt,
      needs: [],
      type: 'create-contact',
      contactId,
      fields: { ...blankContact(salespersonCode), type: 'company', name, domains: domain ? [domain] : [] },
    };
    creates.set(key, command);
    return command;
  };

  const whoOf = (person: FormPerson): { contactId: ContactId; companyId: ContactId | null } => {
    const { contact, creates: fresh, participant } = person;
    if (contact)
      return { contactId: contact.id, companyId: contact.type === 'company' ? contact.id : contact.companyId };
    const known = participant?.match.by === 'company-domain' ? participant.match.company : undefined;
    const companyName = fresh?.company.trim() ?? '';
    const isKnown = known !== undefined && companyName === known.name;
    const suggested = participant?.suggestedCompany;
    const company =
      isKnown || companyName === ''
        ? undefined
        : createsCompany(cut(companyName, 100), known === undefined ? suggested?.domain : undefined);
    const companyId = isKnown ? known.id : (company?.contactId ?? null);
    const contactId = idFor(`contact:${person.key}`) as ContactId; // as above
    creates.set(person.key, {
      id: id(`create:${person.key}`),
      madeAt,
      needs: company ? [company.id] : [],
      type: 'create-contact',
      contactId,
      fields: {
        ...blankContact(salespersonCode),
        type: 'person',
        name: cut((fresh?.name ?? person.name).trim(), 100),
        companyId,
        email: participant?.address ?? '',
      },
    });
    return { contactId, companyId };
  };

  const keeps = { note: form.level !== 'details', text: form.level === 'text' };
  const people = form.chosen.map((person, at) => {
    return {
      entryId: idFor(`entry:${person.key}`) as EntryId, // as above
      ...whoOf(person),
      correspondenceType: form.correspondenceTypes[at] ?? '',
      contactVia: form.via[person.key] ?? '',
      ...(form.amounts[at] ?? { cost: 0, minutes: 0 }),
    };
  });
  const description = cut(form.description.replace(/\s+/g, ' ').trim(), 100);
  const log: LogInteraction = {
    id: id('log'),
    madeAt,
    needs: [...creates.values()].map((create) => create.id),
    type: 'log-interaction',
    item:
      draft && draft.keys.length > 0
        ? { id: idFor('item') as ItemId, itemKind: draft.itemKind, keys: draft.keys } // as above
        : null,
    interaction: {
      at: form.at,
      zone: form.zone,
      day: form.day as Day, // `cannot` would say `date` otherwise
      templateCode: template.id,
      groupCode: template.groupCode,
      description,
      subject: cut(draft?.subject ?? description, 100),
      flow: form.flow,
      initiatedBy: form.initiatedBy,
      salespersonCode,
      evaluation: form.evaluation,
      attemptFailed: form.attemptFailed,
      language: form.language,
      campaignCode: form.campaignCode,
      campaignTarget: form.campaignTarget,
      campaignResponse: form.campaignResponse,
      origin: draft?.itemKind ?? 'hand',
      level: form.level,
      note: keeps.note ? cut(form.note.trim(), longestNote) : '',
      text: keeps.text ? form.text : '',
      audience: form.audience,
    },
    postponed,
    with: people,
  };
  const followUps = followUpsOf(form, log, idFor, userId);
  return postponed
    ? { creates: [...creates.values()], log: { ...log, with: withPlanned(log.with, followUps) }, followUps: [] }
    : { creates: [...creates.values()], log, followUps };
}

function followUpsOf({ followUp, chosen }: LogForm, log: LogInteraction, idFor: IdFor, userId: UserId): SaveFollowUp[] {
  if (!followUp || followUp.text.trim() === '') return [];
  const people = followUp.isForFirst ? log.with.slice(0, 1) : log.with;
  return people.map(({ contactId, companyId, entryId }, at) => ({
    id: idFor(`save-follow-up:${chosen[at]?.key}`) as CommandId, // ids of a form are made for what they are named
    madeAt: log.madeAt,
    needs: [log.id],
    type: 'save-follow-up',
    followUpId: idFor(`follow-up:${chosen[at]?.key}`) as FollowUpId, // as above
    fields: {
      ...{ contactId, companyId, entryId, userId },
      due: followUp.due as Day, // `cannot` would say `followUp` otherwise
      text: cut(followUp.text.replace(/\s+/g, ' ').trim(), 250),
    },
  }));
}

/** Nothing is to be done yet about what is not finished: each entry keeps its follow-up until it is. */
function withPlanned(people: LogInteraction['with'], followUps: readonly SaveFollowUp[]): LogInteraction['with'] {
  return people.map((one) => {
    const planned = followUps.find(({ fields }) => fields.entryId === one.entryId)?.fields;
    return planned ? { ...one, followUp: { due: planned.due, text: planned.text } } : one;
  });
}

function blankContact(salespersonCode: SalespersonCode): Omit<ContactFields, 'type' | 'name'> {
  return {
    companyId: null,
    email: '',
    otherEmails: [],
    phones: [],
    domains: [],
    salespersonCode,
    correspondenceType: '',
    language: '',
    privacyBlocked: false,
  };
}

/** All commands in their order. */
export function inOrder({ creates, log, followUps }: Composed): Command[] {
  return [...creates, log, ...followUps];
}
