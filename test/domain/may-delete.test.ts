import { describe, expect, it } from 'vitest';
import { type DeleteFilter, isMeant } from '../../src/domain/delete-filter.ts';
import type { CampaignCode, ContactId, GroupCode, SalespersonCode, TemplateCode } from '../../src/domain/ids.ts';
import type { CancelReason, LogEntry } from '../../src/domain/log-entry.ts';
import { mayDelete } from '../../src/domain/may-delete.ts';
import type { Day } from '../../src/domain/time.ts';
import { anna, id, noon } from '../support/domain-samples.ts';
import { entryRow } from '../support/entry-row.ts';

const reason: CancelReason = { commandId: id(1), via: 'entry', by: anna.userId, at: noon, why: '' };
const entry = (over: Partial<LogEntry> = {}): LogEntry => entryRow({ canceled: [reason], rev: 7, ...over });

describe('deleting canceled entries', () => {
  it('takes what is canceled, for whatever reasons', () => {
    expect(mayDelete(entry(), [], 7)).toBe(true);
    expect(mayDelete(entry({ canceled: [reason, { ...reason, via: 'retention' }] }), [], 7)).toBe(true);
  });

  it('leaves what is not canceled, or no more', () => {
    expect(mayDelete(entry({ canceled: [] }), [], 7)).toBe(false);
  });

  it('takes a draft that was discarded, not one that waits', () => {
    expect(mayDelete(entry({ postponed: true }), [], 7)).toBe(true);
    expect(mayDelete(entry({ postponed: true, canceled: [] }), [], 7)).toBe(false);
  });

  it('leaves what changed or was commented on after it was shown', () => {
    expect(mayDelete(entry(), [], 6)).toBe(false);
    expect(mayDelete(entry(), [{ rev: 7 }, { rev: 8 }], 7)).toBe(false);
    expect(mayDelete(entry(), [{ rev: 5 }, { rev: 7 }], 7)).toBe(true);
  });
});

describe('the filter of a deletion', () => {
  const one = entry({ campaignCode: 'FAIR' as CampaignCode, companyId: id<ContactId>(9), entryNo: 12 });
  const filters: [DeleteFilter, boolean][] = [
    [{}, true],
    [{ entryNo: 12 }, true],
    [{ entryNo: 13 }, false],
    [{ from: one.day, to: one.day }, true],
    [{ from: '2027-01-01' as Day }, false],
    [{ to: '2020-01-01' as Day }, false],
    [{ campaign: 'FAIR' as CampaignCode }, true],
    [{ campaign: 'OTHER' as CampaignCode }, false],
    [{ group: one.groupCode, template: one.templateCode, salesperson: one.salespersonCode }, true],
    [{ group: 'PHONE' as GroupCode }, false],
    [{ template: 'CALL' as TemplateCode }, false],
    [{ salesperson: 'XX' as SalespersonCode }, false],
  ];

  it.each(filters.map(([filter, is]) => [JSON.stringify(filter), filter, is] as const))('%s', (_, filter, is) => {
    expect(isMeant(one, filter)).toBe(is);
  });

  it("means a contact's own entries, of a company also its people's", () => {
    expect(isMeant(one, {}, new Set([one.contactId]))).toBe(true);
    expect(isMeant(one, {}, new Set([id<ContactId>(9)]))).toBe(true);
    expect(isMeant(one, {}, new Set([id<ContactId>(77)]))).toBe(false);
  });
});
