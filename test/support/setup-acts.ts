import type { SaveSetup } from '../../src/domain/commands/save-setup.ts';
import type { CampaignCode, SalespersonCode, TemplateCode } from '../../src/domain/ids.ts';
import { isOffered } from '../../src/domain/offered.ts';
import type { Setup } from '../../src/store/local-store.ts';
import { template } from './domain-samples.ts';

/** What an admin can do to the set-up. Nothing goes that every interaction of the simulated teams names. */
export const setupActs = [
  ...(['save-campaign', 'delete-campaign', 'save-template', 'delete-template'] as const),
  ...(['save-salesperson', 'delete-salesperson'] as const),
];
export type SetupAct = (typeof setupActs)[number];

/** The change of an act on the set-up that the device shows; `pick` says which row. */
export function setupChangeOf(act: SetupAct, number: number, pick: number, setup: Setup): SaveSetup['change'] {
  const offered = <T extends { id: string; deleted: boolean }>(rows: readonly T[], code: string) =>
    rows.find((one) => one.id === code && isOffered(one));
  // Of the form that each has.
  const campaign = `CAMPAIGN${pick % 2}` as CampaignCode;
  const call = 'CALL' as TemplateCode;
  const code = 'MV' as SalespersonCode;
  switch (act) {
    case 'save-campaign': {
      const before = offered(setup.campaigns, campaign);
      const fields = { description: `campaign ${number}`, startsOn: null, endsOn: null };
      const saw = before && { description: before.description, startsOn: before.startsOn, endsOn: before.endsOn };
      return { what: 'campaign', code: campaign, fields, saw: saw ?? null };
    }
    case 'delete-campaign':
      return { what: 'delete-campaign', code: campaign };
    case 'save-template': {
      const wanted = pick % 2 === 0 ? template().id : call;
      const before = offered(setup.templates, wanted);
      const { kind: _kind, id: _id, rev: _rev, deleted: _deleted, ...fields } = before ?? template();
      return { what: 'template', template: { ...fields, id: wanted, unitCost: number }, saw: before ? fields : null };
    }
    case 'delete-template':
      return { what: 'delete-template', code: call, instead: null };
    case 'save-salesperson': {
      const before = offered(setup.salespeople, code);
      const saw = before ? { name: before.name, email: before.email } : null;
      return { what: 'salesperson', code, fields: { name: `Mika ${number}`, email: '' }, saw };
    }
    case 'delete-salesperson':
      return { what: 'delete-salesperson', code };
  }
}
