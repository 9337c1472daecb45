import { ask, type DecideContext, type Decision, refused } from './decision.ts';
import type { GroupCode } from './ids.ts';
import type { InteractionFields } from './interaction-fields.ts';
import type { Known } from './known.ts';
import { isOffered } from './offered.ts';
import { byId, type Ref } from './ref.ts';

type Codes = Pick<InteractionFields, 'templateCode' | 'groupCode' | 'salespersonCode' | 'campaignCode'>;

export function readsOfCodes({ templateCode, groupCode, salespersonCode, campaignCode }: Codes): Ref[] {
  const campaign = campaignCode === null ? [] : [byId('campaign', campaignCode)];
  return [byId('template', templateCode), byId('group', groupCode), byId('salesperson', salespersonCode), ...campaign];
}

/**
 * Why an interaction can't be logged with its codes: template, salesperson and campaign have to be there and not deleted.
 * On a device a row that is missing or deleted is for the server to judge, with its reason.
 */
export function missingCode(codes: Codes, known: Known, context: DecideContext): Decision | undefined {
  const { templateCode, salespersonCode, campaignCode } = codes;
  if (isGone(known.get('template', templateCode)))
    return context.receivedAt === null
      ? ask
      : refused('template-not-found', { field: 'templateCode', id: templateCode });
  return missingSalesperson(salespersonCode, known, context) ?? missingCampaign(campaignCode, known, context);
}

/**
 * The group that an entry gets: a snapshot of what the person saw, so that one which was deleted since, or which the template
 * has left, stays. One that never was nobody saw: then it is the template's, as in NAV (`domain.md` §4.3).
 */
export function groupOf({ groupCode, templateCode }: Codes, known: Known): GroupCode {
  return known.get('group', groupCode) ? groupCode : (known.get('template', templateCode)?.groupCode ?? groupCode);
}

function isGone(row: { deleted: boolean } | undefined): boolean {
  return row === undefined || !isOffered(row);
}

/** The same as `missingCode` for a salesperson alone. */
export function missingSalesperson(
  code: Codes['salespersonCode'],
  known: Known,
  { receivedAt }: DecideContext,
): Decision | undefined {
  if (!isGone(known.get('salesperson', code))) return undefined;
  return receivedAt === null ? ask : refused('salesperson-not-found', { field: 'salespersonCode', id: code });
}

/** The same as `missingCode` for a campaign alone. */
export function missingCampaign(
  code: Codes['campaignCode'],
  known: Known,
  { receivedAt }: DecideContext,
): Decision | undefined {
  if (code === null || !isGone(known.get('campaign', code))) return undefined;
  return receivedAt === null ? ask : refused('campaign-not-found', { field: 'campaignCode', id: code });
}
