import type { LogInteraction } from '../../src/domain/commands/log-interaction.ts';
import type { Contact } from '../../src/domain/contact.ts';
import type { Actor, DecideContext } from '../../src/domain/decision.ts';
import type {
  CommandId,
  ContactId,
  EntryId,
  GroupCode,
  ItemId,
  SalespersonCode,
  TemplateCode,
  UserId,
} from '../../src/domain/ids.ts';
import type { InteractionTemplate } from '../../src/domain/interaction-template.ts';
import type { ItemKey } from '../../src/domain/item.ts';
import type { Salesperson } from '../../src/domain/salesperson.ts';
import type { Day, Instant, Zone } from '../../src/domain/time.ts';

/** A UUID v7-shaped id that tells in its digits which one it is. */
export function id<Id extends string>(number: number): Id {
  return `01900000-0000-7000-8000-${number.toString(16).padStart(12, '0')}` as Id; // well-formed by construction
}

export const anna: Actor = { userId: id<UserId>(0xa1), role: 'admin', salespersonCode: 'AK' as SalespersonCode };
export const mika: Actor = { userId: id<UserId>(0xa2), role: 'salesperson', salespersonCode: 'MV' as SalespersonCode };
export const noon = '2026-11-23T12:00:00.000Z' as Instant;

export function onServer(actor: Actor, receivedAt: Instant = noon): DecideContext {
  return { actor, receivedAt };
}
export function onDevice(actor: Actor): DecideContext {
  return { actor, receivedAt: null };
}

export const salesperson: Salesperson = {
  kind: 'salesperson',
  id: 'AK' as SalespersonCode,
  rev: 1,
  name: 'Anna Korhonen',
  email: '',
  deleted: false,
};

export function template(over: Partial<InteractionTemplate> = {}): InteractionTemplate {
  return {
    kind: 'template',
    id: 'EMAIL' as TemplateCode,
    rev: 2,
    groupCode: 'SYSTEM' as GroupCode,
    description: { en: 'E-mail', fi: 'Sähköposti' },
    unitCost: 8,
    unitDuration: 1,
    flow: 'outbound',
    initiatedBy: 'us',
    correspondenceType: 'email',
    ignoreContactCorrespondenceType: false,
    language: 'en',
    campaignCode: null,
    campaignTarget: false,
    campaignResponse: false,
    retentionDays: null,
    deleted: false,
    ...over,
  };
}

export function contact(number: number, over: Partial<Contact> = {}): Contact {
  return {
    kind: 'contact',
    id: id<ContactId>(number),
    rev: number,
    no: number,
    type: 'person',
    name: `Person ${number}`,
    companyId: null,
    email: '',
    otherEmails: [],
    phones: [],
    domains: [],
    salespersonCode: null,
    correspondenceType: '',
    language: '',
    privacyBlocked: false,
    mergedInto: null,
    deleted: false,
    ...over,
  };
}

/** Anna's (or another's) click on one mail for the contacts named. Entry ids follow from `number`. */
export function logMail(
  number: number,
  contacts: readonly Contact[],
  keys: readonly string[],
  over: Partial<LogInteraction['interaction']> = {},
): LogInteraction {
  return {
    id: id<CommandId>(number),
    madeAt: noon,
    needs: [],
    type: 'log-interaction',
    item: { id: id<ItemId>(number + 0x1000), itemKind: 'mail', keys: keys.map((key) => key as ItemKey) }, // tests name well-formed keys
    interaction: {
      at: '2026-11-23T09:12:00.000Z' as Instant,
      zone: 'Europe/Helsinki' as Zone,
      day: '2026-11-23' as Day,
      templateCode: 'EMAIL' as TemplateCode,
      groupCode: 'SYSTEM' as GroupCode,
      description: 'Quote 2291',
      subject: 'Quote 2291',
      flow: 'outbound',
      initiatedBy: 'us',
      salespersonCode: 'AK' as SalespersonCode,
      evaluation: '',
      attemptFailed: false,
      language: 'en',
      campaignCode: null,
      campaignTarget: false,
      campaignResponse: false,
      origin: 'mail',
      level: 'details',
      note: '',
      text: '',
      audience: 'team',
      ...over,
    },
    postponed: false,
    with: contacts.map((one, at) => ({
      entryId: id<EntryId>(number * 0x100 + at + 0x100000),
      contactId: one.id,
      companyId: one.companyId,
      correspondenceType: 'email',
      contactVia: one.email,
      cost: 8,
      minutes: 1,
    })),
  };
}
