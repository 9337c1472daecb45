import * as v from 'valibot';
import { SaveSetup } from '../../domain/commands/save-setup.ts';
import type { ProblemCode } from '../../domain/problem-code.ts';
import type { PaneState } from '../state/pane-state.ts';

export type SetUpChange = v.InferInput<typeof SaveSetup>['change'];

/** Why a change was not kept; `field` is the one at fault, by its name in the row. */
export interface NotSaved {
  code: ProblemCode;
  field: string | undefined;
}

/** Keeps one change of the set-up on this device, from where it goes to the server; undefined when it is kept. */
export async function saveSetUp(pane: PaneState, change: SetUpChange): Promise<NotSaved | undefined> {
  const { device } = pane.services;
  const command = v.safeParse(SaveSetup, { ...device.envelope(), type: 'save-setup', change });
  if (!command.success) {
    const path = command.issues.map((issue) => v.getDotPath(issue)).find((one) => one !== null);
    return { code: 'invalid-command', field: path?.split('.').at(2) };
  }
  const result = await device.perform(command.output);
  if (result.outcome === 'saved') return undefined;
  return { code: result.code, field: result.outcome === 'refused' ? result.detail.field : undefined };
}
