import * as v from 'valibot';
import { SaveSetup } from '../../domain/commands/save-setup.ts';
import type { ProblemCode } from '../../domain/problem-code.ts';
import type { PerformResult } from '../../store/local-store.ts';
import type { PaneState } from '../state/pane-state.ts';

export type SetUpChange = v.InferInput<typeof SaveSetup>['change'];

/** Why a change was not kept; `field` is the one at fault, by its name in the row. */
export interface NotSaved {
  code: ProblemCode;
  field: string | undefined;
}

/** How a form of the set-up keeps what it holds; undefined when it is kept. */
export type SaveChange = (change: SetUpChange) => Promise<NotSaved | undefined>;

/** A change that was refused, put right in its form. */
export interface Mending<What extends SetUpChange['what']> {
  change: Extract<SetUpChange, { what: What }>;
  /** Under which what is typed is kept. */
  draftKey: string;
  save: SaveChange;
  leave: () => void;
}

/** Keeps one change of the set-up on this device, from where it goes to the server. */
export function saveSetUp(pane: PaneState, change: SetUpChange): Promise<NotSaved | undefined> {
  const { device } = pane.services;
  return saveWith(change, (checked) => device.perform({ ...device.envelope(), type: 'save-setup', change: checked }));
}

/** Checks a change and gives it to `keep`; what the schema does not accept is not kept. */
export async function saveWith(
  change: SetUpChange,
  keep: (change: SaveSetup['change']) => Promise<PerformResult>,
): Promise<NotSaved | undefined> {
  const checked = v.safeParse(SaveSetup.entries.change, change);
  if (!checked.success) {
    const path = checked.issues.map((issue) => v.getDotPath(issue)).find((one) => one !== null);
    return { code: 'invalid-command', field: path?.split('.').at(1) };
  }
  const result = await keep(checked.output);
  if (result.outcome === 'saved') return undefined;
  return { code: result.code, field: result.outcome === 'refused' ? result.detail.field : undefined };
}

/** The row as `saw` takes it: one that was deleted is not there. */
export function seen<R extends { deleted: boolean }>(row: R | undefined): R | null {
  return row && !row.deleted ? row : null;
}
