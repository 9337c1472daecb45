import type { FollowUp } from '../../domain/follow-up.ts';
import type { Day } from '../../domain/time.ts';

export type DueGroup = 'overdue' | 'today' | 'later';

/** Open follow-ups by when they are due: what is overdue first, in each group the earliest first. */
export function dueGroups<T extends Pick<FollowUp, 'due' | 'closed'>>(
  followUps: readonly T[],
  today: Day,
): { group: DueGroup; followUps: T[] }[] {
  const open = followUps.filter(({ closed }) => closed === null).sort((a, b) => (a.due < b.due ? -1 : 1));
  const groupOf = ({ due }: T): DueGroup => (due < today ? 'overdue' : due === today ? 'today' : 'later');
  return (['overdue', 'today', 'later'] as const)
    .map((group) => ({ group, followUps: open.filter((one) => groupOf(one) === group) }))
    .filter(({ followUps }) => followUps.length > 0);
}
