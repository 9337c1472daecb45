import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { InteractionTemplate } from '../../src/domain/interaction-template.ts';
import { Row, type RowKind, type RowOf } from '../../src/domain/row.ts';
import { setupActions } from '../../src/domain/template-setup.ts';
import { freeMailDomains, seedSetup } from '../../src/server/seed-setup.ts';

const rows = seedSetup({ name: 'Aurinko Oy', currency: 'EUR', ownDomains: [], freeMailDomains, salespeople: [] });
const of = <K extends RowKind>(kind: K) => rows.filter((row): row is RowOf<K> => row.kind === kind);
const [setup] = of('template-setup');

/** `domain.md` §3, value by value: group, cost, minutes, flow, initiated by, correspondence type, ignores the contact's. */
const wanted: Record<string, readonly [string, number, number, string, string, string, boolean]> = {
  // A mail that is logged from the mail client is an e-mail; NAV's blank type only avoids its rule about attachments.
  EMAIL: ['SYSTEM', 8, 1, 'outbound', 'us', 'email', false],
  EMAIL_D: ['SYSTEM', 8, 1, 'outbound', 'us', 'email', false],
  MEETINV: ['SYSTEM', 8, 1, 'outbound', 'us', 'email', false],
  COVERSH: ['SYSTEM', 8, 1, '', '', '', false],
  OUTGOING: ['PHONE', 1, 15, 'outbound', 'us', '', true],
  INCOME: ['PHONE', 0, 15, 'inbound', 'them', '', true],
  INHOUSE: ['MEETING', 25, 120, 'outbound', 'us', '', false],
  ONSITE: ['MEETING', 45, 180, 'outbound', 'us', '', false],
  WORKSHOP: ['MEETING', 120, 300, 'outbound', 'us', '', false],
  ABSTRACT: ['LETTER', 8, 90, 'outbound', '', 'hard-copy', false],
  BUS: ['LETTER', 8, 30, 'outbound', 'us', 'hard-copy', false],
  MEMO: ['LETTER', 8, 15, '', '', '', false],
  GOLF: ['LETTER', 8, 1, 'outbound', 'us', 'email', false],
  // Ours: NAV gives an incoming mail the template of outgoing ones.
  EMAILIN: ['SYSTEM', 8, 1, 'inbound', 'them', 'email', false],
};

const valuesOf = (one: InteractionTemplate) => [
  ...[one.groupCode, one.unitCost, one.unitDuration, one.flow, one.initiatedBy],
  ...[one.correspondenceType, one.ignoreContactCorrespondenceType],
];

describe('the set-up that a new team starts with', () => {
  it.each(Object.entries(wanted))('has the template %s with the values of NAV’s demo data', (code, values) => {
    expect(
      of('template')
        .filter(({ id }) => id === code)
        .map(valuesOf),
    ).toEqual([values]);
  });

  it('has no other templates, and groups for all of them', () => {
    expect(
      of('template')
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual(Object.keys(wanted).toSorted());
    const groups = new Set<string>(of('group').map(({ id }) => id));
    expect(of('template').filter(({ groupCode }) => !groups.has(groupCode))).toEqual([]);
  });

  it('names everything in English and Finnish', () => {
    for (const { id, description } of [...of('group'), ...of('template')])
      expect([id, Object.keys(description)]).toEqual([id, ['en', 'fi']]);
  });

  it('suggests for each action a template that is there: for a meeting one with the minutes of a meeting', () => {
    const chosen = Object.fromEntries(setupActions.map((action) => [action, setup?.[action]]));
    expect(chosen).toEqual({
      ...{ emails: 'EMAIL', emailDrafts: 'EMAIL_D', outgoingCalls: 'OUTGOING', coverSheets: 'COVERSH' },
      meetings: 'INHOUSE',
    });
  });

  it('is made of rows as every device takes them', () => {
    for (const row of rows) expect(v.parse(Row, row)).toEqual(row);
  });
});
