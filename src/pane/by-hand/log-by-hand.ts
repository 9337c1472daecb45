import type { Command } from '../../domain/commands/command.ts';
import type { FinishPostponed } from '../../domain/commands/finish-postponed.ts';
import type { LogInteraction } from '../../domain/commands/log-interaction.ts';
import type { CloseFollowUp } from '../../domain/commands/save-follow-up.ts';
import type { FollowUpId } from '../../domain/ids.ts';
import { noChoices } from '../log-view/choices.ts';
import { inOrder } from '../log-view/compose-commands.ts';
import { composeNow } from '../log-view/log-it.ts';
import type { LogSubject } from '../log-view/log-subject.ts';
import type { PaneState } from '../state/pane-state.ts';
import type { ByHandStart } from './by-hand.ts';
import { textsIn } from './use-texts.ts';

/**
 * Logs what the form shows, or keeps it `postponed`. A postponed entry that was resumed is rewritten under its own number;
 * the follow-up that it was about is closed with it, or goes with it when it is postponed. What could not be saved leaves
 * the form as it is.
 */
export async function logByHand(
  subject: LogSubject,
  start: ByHandStart,
  pane: PaneState,
  postponed: boolean,
): Promise<void> {
  const { device } = pane.services;
  const { kept, form } = subject;
  const { resumes, closes } = start;
  if (form.value.logFrom !== undefined && !postponed) return;
  const [person] = form.value.chosen;
  if (resumes && person) kept.ids.set(`entry:${person.key}`, resumes.entry.id);
  const composed = composeNow(subject, pane, postponed);
  if (!composed) return;
  const log = postponed && closes ? aboutIt(composed.log, closes.id) : composed.log;
  const [first] = log.with;
  const finish = resumes && finishing(log, resumes.pending, postponed);
  const commands: Command[] = inOrder(composed).map((command) =>
    command === composed.log ? (finish ?? log) : command,
  );
  if (closes && !postponed && first) {
    const close: CloseFollowUp = {
      ...device.envelope([log.id]),
      type: 'close-follow-up',
      followUpId: closes.id,
      how: 'done',
      entryId: first.entryId,
    };
    commands.push(close);
  }

  let decided = true;
  for (const command of commands) {
    const result = await device.perform(command);
    if (result.outcome !== 'saved') {
      // What came before it stays: each of these commands stands on its own.
      kept.ids.clear();
      kept.outcome.value = { state: 'problem', code: result.code };
      pane.announce(pane.messages.value.problems[result.code].what);
      return;
    }
    decided = decided && result.decided;
  }
  kept.ids.clear();
  const t = textsIn(pane.language.value);
  if (postponed) {
    kept.choices.value = noChoices;
    kept.outcome.value = undefined;
    pane.announce(t.byHand.postponed);
    pane.view.value = 'postponed';
    return;
  }
  kept.outcome.value = {
    state: 'saved',
    commandId: log.id,
    entryIds: log.with.map(({ entryId }) => entryId),
    names: form.value.chosen.map(({ name }) => name),
    decided,
    joined: false,
    followUpIds: composed.followUps.map(({ followUpId }) => followUpId),
    closedId: closes?.id,
    isRewritten: resumes !== undefined,
  };
  // Undone, it is canceled: what is logged from the form then is an entry of its own.
  if (resumes) pane.byHand.start.value = { ...start, resumes: undefined };
  const { outcome } = pane.messages.value;
  pane.announce(device.store.durable ? outcome.saved : outcome.unsafe);
}

function aboutIt(log: LogInteraction, followUpId: FollowUpId): LogInteraction {
  return { ...log, interaction: { ...log.interaction, followUpId } };
}

function finishing(
  log: LogInteraction,
  pending: FinishPostponed['needs'],
  postponed: boolean,
): FinishPostponed | undefined {
  const [first] = log.with;
  if (!first) return undefined;
  const { entryId, ...perContact } = first;
  return {
    id: log.id,
    madeAt: log.madeAt,
    needs: [...pending.slice(-10), ...log.needs.slice(0, 10)],
    type: 'finish-postponed',
    entryId,
    interaction: log.interaction,
    perContact,
    postponed,
  };
}
