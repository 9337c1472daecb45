import * as v from 'valibot';
import type { DeleteFilter } from '../../domain/delete-filter.ts';
import { TypedDay } from '../../domain/time.ts';

/** The filter of a deletion as it is typed: days and number are texts until they are asked with. */
export interface TypedDeletion
  extends Pick<DeleteFilter, 'contact' | 'campaign' | 'group' | 'template' | 'salesperson'> {
  from: string;
  to: string;
  entryNo: string;
}

export type DeletionFault = 'dates' | 'entryNo';

/** What is asked with, or what is wrong with what was typed. */
export function deletionFilter(typed: TypedDeletion): { filter: DeleteFilter } | { faults: DeletionFault[] } {
  const { from, to, entryNo, ...codes } = typed;
  const first = from === '' ? undefined : v.safeParse(TypedDay, from);
  const last = to === '' ? undefined : v.safeParse(TypedDay, to);
  const days = { from: first?.success ? first.output : undefined, to: last?.success ? last.output : undefined };
  const no = entryNo.trim();
  const faults: DeletionFault[] = [];
  const isRange = days.from === undefined || days.to === undefined || days.from <= days.to;
  if (first?.success === false || last?.success === false || !isRange) faults.push('dates');
  if (no !== '' && !/^[1-9]\d{0,8}$/.test(no)) faults.push('entryNo');
  if (faults.length > 0) return { faults };
  return { filter: { ...codes, ...days, entryNo: no === '' ? undefined : Number(no) } };
}
