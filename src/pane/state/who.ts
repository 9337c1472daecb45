import type { LogEntry } from '../../domain/log-entry.ts';
import type { PaneState } from './pane-state.ts';

/** Who an entry is shown to be by: `You`, else the salesperson's name, else their code. */
export function whoLogged(entry: Pick<LogEntry, 'userId' | 'salespersonCode'>, pane: PaneState): string {
  if (entry.userId === pane.services.device.account.userId) return pane.firstMessages.value.pane.you;
  const salesperson = pane.setup.value?.salespeople.find(({ id }) => id === entry.salespersonCode);
  return salesperson?.name ?? entry.salespersonCode;
}

/** The same in the room of a list: the first name alone where no other salesperson has it. */
export function whoInShort(entry: Pick<LogEntry, 'userId' | 'salespersonCode'>, pane: PaneState): string {
  const name = whoLogged(entry, pane);
  const salespeople = pane.setup.value?.salespeople ?? [];
  const first = firstName(name);
  return salespeople.filter((one) => firstName(one.name) === first).length > 1 ? name : first;
}

function firstName(name: string): string {
  return name.split(' ')[0] ?? name;
}
