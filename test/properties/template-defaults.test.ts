import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EmailAddress } from '../../src/domain/email-address.ts';
import type { CampaignCode, GroupCode, TemplateCode } from '../../src/domain/ids.ts';
import {
  applyTemplate,
  blankValues,
  correspondenceTypeFor,
  type TemplateValues,
} from '../../src/domain/template-defaults.ts';
import { contact, template } from '../support/domain-samples.ts';

const runs = { numRuns: 300, seed: 20261123 };
const type = fc.constantFrom('' as const, 'hard-copy' as const, 'email' as const, 'fax' as const);
const language = fc.constantFrom('', 'en', 'fi', 'sv');

const templates = fc
  .record({
    id: fc.constantFrom('A', 'B', 'C').map((code) => code as TemplateCode),
    groupCode: fc.constantFrom('G', 'H').map((code) => code as GroupCode),
    unitCost: fc.nat(100),
    unitDuration: fc.nat(300),
    flow: fc.constantFrom('' as const, 'outbound' as const, 'inbound' as const),
    initiatedBy: fc.constantFrom('' as const, 'us' as const, 'them' as const),
    correspondenceType: type,
    ignoreContactCorrespondenceType: fc.boolean(),
    language,
    campaignCode: fc.constantFrom(null, 'SPRING' as CampaignCode),
    campaignTarget: fc.boolean(),
    campaignResponse: fc.boolean(),
  })
  .map((over) => template({ ...over, description: { en: `${over.id} en`, fi: `${over.id} fi` } }));

const contacts = fc
  .record({
    language,
    correspondenceType: type,
    email: fc.constantFrom('' as const, 'bob@x.example' as EmailAddress),
  })
  .map((over) => contact(1, over));

const values: fc.Arbitrary<TemplateValues> = fc.record({
  templateCode: fc.constantFrom(null, 'A' as TemplateCode, 'B' as TemplateCode),
  groupCode: fc.constant('OLD' as GroupCode),
  description: fc.constantFrom('', 'typed'),
  subject: fc.constantFrom('', 'a subject'),
  language,
  flow: fc.constantFrom('outbound' as const, 'inbound' as const),
  initiatedBy: fc.constantFrom('us' as const, 'them' as const),
  correspondenceType: type,
  cost: fc.nat(999),
  minutes: fc.nat(999),
  campaignCode: fc.constantFrom(null, 'AUTUMN' as CampaignCode),
  campaignTarget: fc.boolean(),
  campaignResponse: fc.boolean(),
});

describe('choosing a template (domain.md §4)', () => {
  it('takes group, cost, minutes, flow, initiator and campaign flags from the template, whatever stood there', () => {
    fc.assert(
      fc.property(values, templates, contacts, fc.boolean(), (before, chosen, who, campaignIsFixed) => {
        const after = applyTemplate(before, { template: chosen, contact: who, readerLanguage: 'en', campaignIsFixed });
        expect(after).toMatchObject({
          templateCode: chosen.id,
          groupCode: chosen.groupCode,
          cost: chosen.unitCost,
          minutes: chosen.unitDuration,
          flow: chosen.flow,
          initiatedBy: chosen.initiatedBy,
          campaignTarget: chosen.campaignTarget,
          campaignResponse: chosen.campaignResponse,
          subject: '',
          campaignCode: campaignIsFixed ? before.campaignCode : chosen.campaignCode,
        });
      }),
      runs,
    );
  });

  it('overwrites the description only if it is blank or the template changes from another one', () => {
    fc.assert(
      fc.property(values, templates, contacts, (before, chosen, who) => {
        const after = applyTemplate(before, {
          template: chosen,
          contact: who,
          readerLanguage: 'en',
          campaignIsFixed: false,
        });
        const kept = before.description !== '' && (before.templateCode === null || before.templateCode === chosen.id);
        if (kept) expect(after.description).toBe(before.description);
        else expect(Object.values(chosen.description)).toContain(after.description);
      }),
      runs,
    );
  });

  it("takes the contact's language where the template has it, else the template's own", () => {
    fc.assert(
      fc.property(templates, contacts, (chosen, who) => {
        const after = applyTemplate(blankValues, {
          template: chosen,
          contact: who,
          readerLanguage: 'en',
          campaignIsFixed: false,
        });
        expect(after.language).toBe(who.language in chosen.description ? who.language : chosen.language);
      }),
      runs,
    );
  });

  it("takes the contact's correspondence type unless it is blank or the template insists; never e-mail without an address", () => {
    fc.assert(
      fc.property(templates, contacts, (chosen, who) => {
        const got = correspondenceTypeFor(chosen, who);
        const wished =
          chosen.ignoreContactCorrespondenceType || who.correspondenceType === ''
            ? chosen.correspondenceType
            : who.correspondenceType;
        expect(got).toBe(wished === 'email' && who.email === '' ? '' : wished);
      }),
      runs,
    );
  });

  it('is the same when done twice', () => {
    fc.assert(
      fc.property(values, templates, contacts, (before, chosen, who) => {
        const choice = { template: chosen, contact: who, readerLanguage: 'en', campaignIsFixed: false };
        const once = applyTemplate(before, choice);
        expect(applyTemplate(once, choice)).toEqual(once);
      }),
      runs,
    );
  });
});
