import { usePane } from '../state/pane-context.ts';
import { useWatch } from '../state/use-watch.ts';

/** How many follow-ups of the user are due by today, and how many interactions are postponed. */
export function useMenuCounts(): { due: number; postponed: number } {
  const { services, today } = usePane();
  const { userId } = services.device.account;
  const day = today.value;
  const counts = useWatch(`menu ${day}`, async (reader) => {
    const [followUps, postponed] = await Promise.all([reader.followUps({ userId }), reader.postponed(userId)]);
    const due = followUps.filter((one) => one.closed === null && one.due <= day);
    return { due: due.length, postponed: postponed.length };
  });
  return counts ?? { due: 0, postponed: 0 };
}
