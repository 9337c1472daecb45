import type { Command } from '../../src/domain/commands/command.ts';
import type { CorrectInteraction } from '../../src/domain/commands/correct-interaction.ts';
import type { SaveSetup } from '../../src/domain/commands/save-setup.ts';
import type { Contact } from '../../src/domain/contact.ts';
import type { EmailAddress } from '../../src/domain/email-address.ts';
import type { CampaignCode, GroupCode, TemplateCode } from '../../src/domain/ids.ts';
import type { Day } from '../../src/domain/time.ts';
import { cancel, createContact, reinstate } from './command-samples.ts';
import { contact, logMail, template } from './domain-samples.ts';
import * as make from './new-command-samples.ts';

const company = contact(0xe01, { type: 'company', name: 'Every Oy', companyId: null });
const asa = contact(0xe02, {
  ...{ name: 'Åsa Every', companyId: company.id, email: 'asa@every.example' as EmailAddress },
});
const twin = contact(0xe03, { name: 'Asa Every', companyId: company.id });
const gone = contact(0xe04, { name: 'Gone Every', companyId: company.id });

// What is not changed stays as it is: only the field that is has to be as it was seen.
const automatic = {
  emails: null,
  emailDrafts: null,
  meetings: null,
  outgoingCalls: null,
  coverSheets: 'COVERSH' as TemplateCode,
};
const agreed = { name: 'Every', currency: 'EUR', ownDomains: [], freeMailDomains: [], neverLog: [] };

const created = (number: number, { id, type, name, companyId, email }: Contact) =>
  createContact(number, id, { type, name, companyId, email });

/** Commands of every type, in an order in which an admin of the demo workspace gets `done` for each. */
export function everyCommand(): Command[] {
  const halfCall = make.postpone(0xe20, [asa], { description: 'Half a call' });
  const halfVisit = make.postpone(0xe1f, [asa], { description: 'Half a visit' });
  const planned = { due: '2026-11-25' as Day, text: 'Send the offer' };
  const mail = logMail(0xe21, [asa, company], ['message-id:every@every.example'], {
    ...{ level: 'text', note: 'A note', text: 'The text of the mail.' },
  });
  const entryId = make.entryOf(mail);
  const { salespersonCode } = mail.interaction;
  const corrected: CorrectInteraction['to'] = {
    ...{ minutes: 25, description: 'Quote 2291 b', salespersonCode, language: 'sv' },
    ...{ campaignTarget: true, campaignResponse: true },
  };
  const canceled = cancel(0xe25, [entryId], { why: 'Wrong mail' });
  const due = make.followUp(0xe30, asa);
  const { kind: _kind, rev: _rev, deleted: _deleted, ...fields } = template();
  const group = 'EVERY' as GroupCode;
  const code = 'EVERY' as TemplateCode;
  const campaign = 'EVERY' as CampaignCode;
  const changes: SaveSetup['change'][] = [
    { what: 'group', code: group, description: { en: 'Every', fi: 'Jokainen' }, saw: null },
    { what: 'template', template: { ...fields, id: code, groupCode: group, unitDuration: 45 }, saw: null },
    { what: 'delete-template', code, instead: null },
    { what: 'delete-group', code: group },
    {
      what: 'campaign',
      code: campaign,
      fields: { description: 'Every campaign', startsOn: '2026-11-01' as Day, endsOn: null },
      saw: null,
    },
    { what: 'delete-campaign', code: campaign },
    { what: 'template-setup', setup: { ...automatic, coverSheets: null }, saw: automatic },
    { what: 'workspace', workspace: { ...agreed, neverLog: ['bank.example'] }, saw: agreed },
  ];
  return [
    created(0xe10, company),
    ...[asa, twin, gone].map((one, at) => created(0xe11 + at, one)),
    halfCall,
    halfVisit,
    mail,
    make.finish(0xe22, halfCall, { description: 'A whole call' }),
    make.finish(0xe33, halfVisit, { note: 'Half of it' }, { perContact: { followUp: planned }, postponed: true }),
    make.comment(0xe23, entryId, 'He asks for a visit.'),
    make.correct(0xe24, entryId, corrected, { minutes: 1 }),
    canceled,
    reinstate(0xe26, entryId, mail.item?.id ?? null, [canceled.id]),
    make.evaluate(0xe27, [entryId], 'positive'),
    make.saveContact(0xe28, asa, { phones: ['+358 40 1'], otherEmails: ['office@every.example' as EmailAddress] }),
    make.merge(0xe29, twin.id, asa.id, { otherEmails: [], phones: ['+358 40 2'], domains: [] }),
    make.separate(0xe2a, twin.id, asa.id),
    due,
    make.closeFollowUp(0xe31, due, { entryId }),
    make.reopenFollowUp(0xe32, due, entryId),
    ...changes.map((change, at) => make.saveSetup(0xe40 + at, change)),
    make.deleteContact(0xe50, gone.id),
  ];
}
