import { useMenuCounts } from './follow-ups/menu-counts.ts';
import { useMessages, usePane } from './state/pane-context.ts';
import type { View } from './state/pane-state.ts';
import { toAttend } from './status/to-attend.ts';

/** Where one can go from anywhere: the menu's items, on the wide page its first column. */
export function usePlaces(): [View, string][] {
  const { isWide, services, sync } = usePane();
  const t = useMessages();
  const counts = useMenuCounts();
  const attended = toAttend(sync.value);
  const { role } = services.device.actor;
  const mayCleanUp = role !== 'salesperson';
  const isAdmin = role === 'admin';
  const home: [View, string][] = [['home', t.menu.home]];
  const wide: [View, string][] = [['wide', t.menu.wide]];
  return [
    ...(isWide.value ? [] : home),
    ...([
      ['new', t.menu.new],
      ['due', t.menu.due(counts.due)],
      ['postponed', t.menu.postponed(counts.postponed)],
      ['log', t.menu.log],
      ['contacts', t.menu.contacts],
      ['summary', t.menu.summary],
      ['cold', t.menu.cold],
      ['templates', t.menu.templates],
      ['campaigns', t.menu.campaigns],
      ...(isAdmin ? ([['salespeople', t.menu.salespeople]] satisfies [View, string][]) : []),
      ...(mayCleanUp ? ([['clean-up', t.menu.cleanUp]] satisfies [View, string][]) : []),
      ['attention', attended > 0 ? t.status.attention(attended) : t.menu.attention],
      ['settings', t.menu.settings],
    ] satisfies [View, string][]),
    ...(services.widePage ? wide : []),
  ];
}
