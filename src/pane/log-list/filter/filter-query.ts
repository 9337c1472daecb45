import * as v from 'valibot';
import { LogFilter, type LogFilterField } from '../../../domain/log-filter.ts';
import { TypedDay } from '../../../domain/time.ts';

const fields = Object.keys(LogFilter.entries) as LogFilterField[]; // the keys of the schema itself

/** A filter as the query of an address. */
export function queryOf(filter: LogFilter): string {
  const query = new URLSearchParams();
  for (const field of fields) {
    const value = filter[field];
    if (value !== undefined) query.set(field, value);
  }
  return query.toString();
}

/** A part of a query that nothing can be filtered by. */
export interface UnusablePart {
  name: string;
  value: string;
}

/** The filter of a query, and what in it is no part of one: addresses are typed and shared. */
export function readFilter(query: string): { filter: LogFilter; unusable: UnusablePart[] } {
  const filter: LogFilter = {};
  const unusable: UnusablePart[] = [];
  for (const [name, value] of new URLSearchParams(query)) {
    const isFree = isField(name) && filter[name] === undefined;
    const isMeant = !(name === 'from' || name === 'to') || v.is(TypedDay, value);
    const parsed = isFree && isMeant ? v.safeParse(LogFilter, { [name]: value }) : undefined;
    if (parsed?.success) Object.assign(filter, parsed.output);
    else unusable.push({ name, value });
  }
  return { filter, unusable };
}

export function filterOf(query: string): LogFilter {
  return readFilter(query).filter;
}

export function isField(name: string): name is LogFilterField {
  return fields.some((field) => field === name);
}

/** How many parts narrow the list. */
export function countOf(filter: LogFilter): number {
  return fields.filter((field) => filter[field] !== undefined).length;
}

/** `filter` with a part set anew; undefined takes it out. */
export function withPart<Field extends LogFilterField>(
  filter: LogFilter,
  field: Field,
  value: LogFilter[Field] | undefined,
): LogFilter {
  const { [field]: _before, ...others } = filter;
  return value === undefined ? others : { ...others, [field]: value };
}
