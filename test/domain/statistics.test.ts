import { describe, expect, it } from 'vitest';
import type { LogEntry } from '../../src/domain/log-entry.ts';
import { statisticsOf } from '../../src/domain/statistics.ts';
import type { Day, Instant } from '../../src/domain/time.ts';
import { contact, logMail, salesperson, template } from '../support/domain-samples.ts';
import { world } from '../support/domain-world.ts';

const bob = contact(1);

/** Calls on days of November, each tried by us and answered unless it says otherwise. */
function calls(...all: { day: string; failed?: true; byThem?: true }[]): LogEntry[] {
  const team = world([bob, template(), salesperson]);
  for (const [at, { day, failed, byThem }] of all.entries())
    team.run(
      logMail(20 + at, [bob], [`message-id:${at}`], {
        day: day as Day,
        at: `${day}T09:00:00.000Z` as Instant,
        attemptFailed: failed === true,
        initiatedBy: byThem ? 'them' : 'us',
      }),
    );
  return team.all('entry');
}

describe('statistics of a contact', () => {
  it('sum up live entries, month by month', () => {
    const entries = calls({ day: '2026-09-30' }, { day: '2026-11-02' }, { day: '2026-11-03' });
    expect(statisticsOf(entries)).toMatchObject({
      count: 3,
      cost: 24,
      minutes: 3,
      months: [
        { month: '2026-09', count: 1 },
        { month: '2026-11', count: 2, cost: 16, minutes: 2 },
      ],
    });
  });

  it('leave out canceled and postponed entries everywhere', () => {
    const [first, second, third] = calls({ day: '2026-11-01' }, { day: '2026-11-02' }, { day: '2026-11-03' });
    if (!first || !second || !third) throw new Error('there are three');
    const reason = { commandId: first.commandId, via: 'entry', by: first.userId, at: first.madeAt, why: '' } as const;
    const statistics = statisticsOf([first, { ...second, canceled: [reason] }, { ...third, postponed: true }]);
    expect(statistics).toMatchObject({ count: 1, lastReached: '2026-11-01', lastAttempted: '2026-11-01' });
  });

  it('take only days of the range, both ends included', () => {
    const entries = calls({ day: '2026-11-01' }, { day: '2026-11-02' }, { day: '2026-11-03' });
    const range = { from: '2026-11-02' as Day, to: '2026-11-03' as Day };
    expect(statisticsOf(entries, range).count).toBe(2);
    expect(statisticsOf(entries, { ...range, from: null }).count).toBe(3);
  });

  it('tell when the contact was last reached, last tried, and how often since in vain', () => {
    const entries = calls(
      { day: '2026-11-01' },
      { day: '2026-11-02', failed: true },
      { day: '2026-11-04', failed: true },
    );
    expect(statisticsOf(entries)).toMatchObject({
      lastReached: '2026-11-01',
      lastAttempted: '2026-11-04',
      unansweredAttempts: 2,
    });
  });

  it('end the row of vain attempts when the contact comes forward', () => {
    const entries = calls({ day: '2026-11-02', failed: true }, { day: '2026-11-03', byThem: true });
    expect(statisticsOf(entries)).toMatchObject({ lastReached: '2026-11-03', unansweredAttempts: 0 });
  });

  it('have no days and no months of nothing', () => {
    expect(statisticsOf([])).toEqual({
      count: 0,
      cost: 0,
      minutes: 0,
      months: [],
      lastReached: null,
      lastAttempted: null,
      unansweredAttempts: 0,
    });
  });
});
