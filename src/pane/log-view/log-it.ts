import type { CancelInteraction } from '../../domain/commands/cancel-interaction.ts';
import type { Device } from '../../sync/device.ts';
import type { PaneState } from '../state/pane-state.ts';
import { noChoices } from './choices.ts';
import { type Composed, composeCommands, inOrder } from './compose-commands.ts';
import type { Outcome } from './kept-form.ts';
import type { LogSubject } from './log-subject.ts';

type Saved = Extract<Outcome, { state: 'saved' }>;

/** What a click would send just now, under the ids that it will have. Undefined while the form is not complete. */
export function composeNow(subject: LogSubject, pane: PaneState, postponed = false): Composed | undefined {
  const form = subject.form.value;
  if (form.cannot !== undefined) return undefined;
  const idFor = (name: string) => {
    const id = subject.kept.ids.get(name) ?? pane.services.device.newId();
    subject.kept.ids.set(name, id);
    return id;
  };
  const { device } = pane.services;
  const by = { userId: device.account.userId, postponed };
  const composed = composeCommands(form, subject.read.value?.draft, idFor, device.now(), by);
  const { adjust, choices } = subject.kept;
  return composed && adjust ? { ...composed, log: adjust(composed.log, choices.value) } : composed;
}

/** Logs what the form shows. The outcome is kept with the form; what could not be saved leaves the form as it is. */
export async function logIt(subject: LogSubject, pane: PaneState): Promise<void> {
  const { device, host } = pane.services;
  const { kept, form } = subject;
  const names = form.value.chosen.map(({ name }) => name);
  if (subject.signal.aborted || form.value.logFrom !== undefined) return;
  const composed = composeNow(subject, pane);
  if (!composed) return;

  let joined = false;
  let decided = true;
  for (const command of inOrder(composed)) {
    const result = await device.perform(command);
    if (result.outcome !== 'saved') {
      // A contact that was created before this stays: it is in the log on its own right, and is matched from now on.
      kept.ids.clear();
      kept.outcome.value = { state: 'problem', code: result.code };
      pane.announce(pane.messages.value.problems[result.code].what);
      return;
    }
    joined = joined || result.joined.length > 0;
    decided = decided && result.decided;
  }
  const { log } = composed;
  const entryIds = log.with.map(({ entryId }) => entryId);
  kept.ids.clear();
  kept.outcome.value = {
    state: 'saved',
    commandId: log.id,
    entryIds,
    names,
    decided,
    joined,
    followUpIds: composed.followUps.map(({ followUpId }) => followUpId),
  };
  if (subject.item === undefined) kept.choices.value = noChoices;
  const t = pane.messages.value.outcome;
  pane.announce(device.store.durable ? t.saved : t.unsafe);

  const [entryId] = entryIds;
  if (subject.item && entryId && host.can.marksItems && !subject.signal.aborted) {
    const mark = { entryId, at: log.madeAt };
    const marked = await host.saveMark(subject.item.identity, mark, subject.signal).catch(() => false); // nothing depends on it
    if (marked) subject.mark.value = mark;
  }
}

/** Takes back what the last click made; an entry that it joined stays as it is. */
export async function undoIt(subject: LogSubject, pane: PaneState): Promise<void> {
  const { device } = pane.services;
  const { outcome } = subject.kept;
  const made = outcome.value;
  if (made?.state !== 'saved') return;
  const command: CancelInteraction = {
    ...device.envelope([made.commandId]),
    type: 'cancel-interaction',
    entryIds: made.entryIds,
    why: '',
    undoes: made.isRewritten ? null : made.commandId,
  };
  const result = await device.perform(command);
  if (result.outcome === 'saved') await undoFollowUps(made, device);
  outcome.value = result.outcome === 'saved' ? { state: 'undone' } : { state: 'problem', code: result.code };
  pane.announce(
    result.outcome === 'saved' ? pane.messages.value.outcome.undone : pane.messages.value.problems[result.code].what,
  );
}

/** Their outcome is told by the interaction's: a follow-up that is gone already is as good as dropped. */
async function undoFollowUps({ commandId, entryIds, followUpIds, closedId }: Saved, device: Device): Promise<void> {
  for (const followUpId of followUpIds)
    await device.perform({
      ...device.envelope([commandId]),
      type: 'close-follow-up',
      ...{ followUpId, how: 'dropped', entryId: null },
    });
  const [entryId] = entryIds;
  if (closedId && entryId)
    await device.perform({
      ...device.envelope([commandId]),
      type: 'reopen-follow-up',
      ...{ followUpId: closedId, entryId },
    });
}
