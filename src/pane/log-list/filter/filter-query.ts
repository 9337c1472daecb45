import * as v from 'valibot';
import { LogFilter, type LogFilterField } from '../../../domain/log-filter.ts';

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

/** The filter of a query; parts that are none are left out, for addresses are typed and shared. */
export function filterOf(query: string): LogFilter {
  const params = new URLSearchParams(query);
  const filter: LogFilter = {};
  for (const field of fields) {
    const value = params.get(field);
    const parsed = v.safeParse(LogFilter, value === null ? {} : { [field]: value });
    if (parsed.success) Object.assign(filter, parsed.output);
  }
  return filter;
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
