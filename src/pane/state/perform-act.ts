import type { Command } from '../../domain/commands/command.ts';
import type { PaneState } from './pane-state.ts';

/** Does one act; says `said` when it is kept, else the reason, which is shown above the view. Resolves to whether it is kept. */
export async function performAct(command: Command, said: string, pane: PaneState): Promise<boolean> {
  const result = await pane.services.device.perform(command);
  const isKept = result.outcome === 'saved';
  pane.announce(isKept ? said : pane.messages.value.problems[result.code].what);
  pane.problem.value = isKept ? undefined : result.code;
  return isKept;
}
