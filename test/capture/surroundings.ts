import * as v from 'valibot';
import type { Surroundings, UsedBefore } from '../../src/capture/surroundings.ts';
import { Contact } from '../../src/domain/contact.ts';
import { EmailAddress as Address, type EmailAddress } from '../../src/domain/email-address.ts';
import { InteractionTemplate } from '../../src/domain/interaction-template.ts';
import { TemplateSetup } from '../../src/domain/template-setup.ts';
import { Instant, Zone } from '../../src/domain/time.ts';

export const address = (text: string): EmailAddress => v.parse(Address, text);
export const instant = (text: string) => v.parse(Instant, text);
export const helsinki = v.parse(Zone, 'Europe/Helsinki');
export const now = instant('2026-11-23T08:00:00.000Z');

let made = 0;
export function contact(fields: Partial<v.InferInput<typeof Contact>> & { name: string }): Contact {
  made += 1;
  return v.parse(Contact, {
    kind: 'contact',
    id: `0192f0c1-0000-7000-8000-${String(made).padStart(12, '0')}`,
    rev: 1,
    no: made,
    type: 'person',
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
    ...fields,
  });
}

function template(id: string, fields: Partial<v.InferInput<typeof InteractionTemplate>> = {}): InteractionTemplate {
  return v.parse(InteractionTemplate, {
    kind: 'template',
    id,
    rev: 1,
    groupCode: 'SYSTEM',
    description: { en: id },
    unitCost: 0,
    unitDuration: 0,
    flow: 'outbound',
    initiatedBy: 'us',
    correspondenceType: 'email',
    ignoreContactCorrespondenceType: false,
    language: '',
    campaignCode: null,
    campaignTarget: false,
    campaignResponse: false,
    deleted: false,
    ...fields,
  });
}

const templates = [
  template('EMAIL'),
  template('EMAILIN', { flow: 'inbound', initiatedBy: 'them' }),
  template('EMAIL_D'),
  template('INHOUSE', { groupCode: 'MEETING', correspondenceType: '' }),
  template('GOLF', { groupCode: 'LETTER' }),
];

export function usedBefore(of: Contact, templateCode: string, fields: Partial<UsedBefore> = {}): UsedBefore {
  return {
    contactId: of.id,
    templateCode: template(templateCode).id,
    origin: 'mail',
    flow: 'outbound',
    canceled: [],
    ...fields,
  };
}

/** Anna Korhonen of Aurinko Oy, with two colleagues and what `known` adds. */
export function surroundings(known: Partial<Surroundings> = {}): Surroundings {
  return {
    myAddresses: [address('anna.korhonen@aurinko.example')],
    workspace: {
      ownDomains: ['aurinko.example'],
      freeMailDomains: ['gmail.com', 'freemail.example'],
      neverLog: ['bank.example', address('boss@kivi.example')],
    },
    salespeople: [{ email: address('mika@partner.example') }],
    contacts: [],
    companies: [],
    templates,
    templateSetup: v.parse(TemplateSetup, {
      kind: 'template-setup',
      id: 'template-setup',
      rev: 1,
      emails: 'EMAIL',
      emailDrafts: 'EMAIL_D',
      meetings: 'INHOUSE',
      outgoingCalls: null,
      coverSheets: null,
    }),
    recentEntries: [],
    now,
    zone: helsinki,
    ...known,
  };
}
