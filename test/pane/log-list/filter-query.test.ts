import { describe, expect, it } from 'vitest';
import type { LogFilter } from '../../../src/domain/log-filter.ts';
import { countOf, filterOf, queryOf, readFilter, withPart } from '../../../src/pane/log-list/filter/filter-query.ts';
import { hasPart, withoutPart } from '../../../src/pane/log-list/filter/quick-filters.ts';

const whole = filterOf(
  'from=2026-11-01&to=2026-11-30&contact=01900000-0000-7000-8000-000000000001&group=PHONE&template=OUTGOING' +
    '&salesperson=AK&campaign=SPRING&flow=outbound&evaluation=none&status=canceled&origin=hand&text=m%C3%A4kel%C3%A4+%26+co',
);

describe('a filter in an address', () => {
  it('is read back as it was written, with all its parts', () => {
    expect(countOf(whole)).toBe(12);
    expect(filterOf(queryOf(whole))).toEqual(whole);
    expect(whole.text).toBe('mäkelä & co');
    expect(queryOf({})).toBe('');
  });

  it('names what is no part or no value of one, and is the filter without it', () => {
    const { filter, unusable } = readFilter(
      'status=gone&from=2026-13-01&to=0026-01-31&who=me&origin=mail&contact=x&origin=hand',
    );
    expect(filter).toEqual({ origin: 'mail' });
    expect(unusable.map(({ name, value }) => `${name}=${value}`)).toEqual([
      ...['status=gone', 'from=2026-13-01', 'to=0026-01-31', 'who=me', 'contact=x', 'origin=hand'],
    ]);
    expect(readFilter(queryOf(whole)).unusable).toEqual([]);
  });
});

describe('the parts of a filter', () => {
  it('are set and taken away one by one', () => {
    const canceled: LogFilter = withPart({}, 'status', 'canceled');
    expect(canceled).toEqual({ status: 'canceled' });
    expect(withPart(canceled, 'status', undefined)).toEqual({});
    expect(hasPart({ ...whole }, { from: whole.from, to: whole.to })).toBe(true);
    expect(withoutPart(whole, { from: whole.from, to: whole.to })).not.toHaveProperty('from');
    expect(hasPart(canceled, { status: 'recorded' })).toBe(false);
  });
});
