import type { Command } from '../../src/domain/commands/command.ts';
import type { Actor } from '../../src/domain/decision.ts';
import type { EmailAddress } from '../../src/domain/email-address.ts';
import type { EntryId } from '../../src/domain/ids.ts';
import type { LogEntry } from '../../src/domain/log-entry.ts';
import { isOffered } from '../../src/domain/offered.ts';
import type { LocalStore } from '../../src/store/local-store.ts';
import { id } from './domain-samples.ts';
import {
  closeFollowUp,
  comment,
  correct,
  deleteContact,
  evaluate,
  followUp,
  merge,
  postpone,
  reopenFollowUp,
  saveContact,
  saveSetup,
  separate,
} from './new-command-samples.ts';
import { setupActs, setupChangeOf } from './setup-acts.ts';

/** What somebody can do besides logging, canceling and creating contacts. */
export const acts = [
  ...(['comment', 'correct', 'evaluate', 'postpone', 'finish', 'save-contact', 'merge', 'unmerge'] as const),
  ...(['delete-contact', 'follow-up', 'move-follow-up', 'close-follow-up', 'reopen-follow-up'] as const),
  ...setupActs,
];
export type Act = (typeof acts)[number];

/** The command of an act on what the device shows; `pick` says which. Undefined where there is nothing to do it to. */
export async function commandOf(
  act: Act,
  { number, pick, store, actor }: { number: number; pick: number; store: LocalStore; actor: Actor },
): Promise<Command | undefined> {
  const pickOf = <T>(list: readonly T[], at = pick): T | undefined => list[at % Math.max(1, list.length)];
  const contacts = await store.contacts();
  const offered = contacts.filter((one) => one.type === 'person' && isOffered(one));
  const contact = pickOf(offered);
  const shown = pickOf((await store.log({ limit: 100 })).entries)?.entry;
  switch (act) {
    case 'comment':
      return shown && comment(number, shown.id, `comment ${number}`);
    case 'correct':
      return shown && correct(number, shown.id, { description: `corrected ${number}`, minutes: pick });
    case 'evaluate':
      return shown && evaluate(number, [shown.id], 'positive');
    case 'postpone':
      return contact && postpone(number, [contact]);
    case 'finish': {
      const entry = pickOf(await store.postponed(actor.userId))?.entry;
      return entry && finishOf(number, entry, contact?.id ?? entry.contactId, pick % 3 === 0);
    }
    case 'save-contact':
      return (
        contact &&
        saveContact(number, contact, {
          name: `name ${number}`,
          ...(pick % 2 === 0 ? { email: `new${pick % 3}@harbourpine.example` as EmailAddress } : {}), // of that form
        })
      );
    case 'merge': {
      const into = pickOf(offered, pick + 1);
      const { otherEmails, phones, domains } = contact ?? {};
      const reach = otherEmails && phones && domains && { otherEmails, phones, domains };
      return contact && into && merge(number, contact.id, into.id, pick % 2 === 0 ? reach : null);
    }
    case 'unmerge': {
      const merged = pickOf(contacts.filter(({ mergedInto }) => mergedInto !== null));
      return merged && separate(number, merged.id, merged.mergedInto);
    }
    case 'delete-contact':
      return contact && deleteContact(number, contact.id);
    case 'follow-up':
      return contact && followUp(number, contact, { userId: actor.userId });
    case 'move-follow-up':
    case 'close-follow-up': {
      const open = (await store.followUps({ userId: actor.userId })).filter(({ closed }) => closed === null);
      const one = pickOf(open);
      if (!one || !contact) return undefined;
      const save = { ...followUp(number, contact, { userId: id(pick % 2 === 0 ? 0xa1 : 0xa2) }), followUpId: one.id };
      return act === 'move-follow-up' ? save : closeFollowUp(number, save, { entryId: shown?.id ?? null });
    }
    case 'reopen-follow-up': {
      const closed = (await store.followUps({ userId: actor.userId })).filter((one) => one.closed?.entryId);
      const one = pickOf(closed);
      if (!one?.closed?.entryId || !contact) return undefined;
      return reopenFollowUp(number, { ...followUp(number, contact), followUpId: one.id }, one.closed.entryId);
    }
    default:
      return saveSetup(number, setupChangeOf(act, number, pick, await store.setup()));
  }
}

function finishOf(number: number, entry: LogEntry, contactId: LogEntry['contactId'], postponed: boolean): Command {
  const sample = postpone(number, []);
  const { correspondenceType, contactVia, cost, minutes } = entry;
  return {
    ...{ id: sample.id, madeAt: sample.madeAt, needs: [], type: 'finish-postponed' },
    entryId: entry.id,
    interaction: { ...sample.interaction, description: `finished ${number}` },
    perContact: { contactId, companyId: null, correspondenceType, contactVia, cost, minutes },
    postponed,
  };
}

/** The ids of rows that `command` may make, to look them up again. */
export function madeBy(command: Command): { kind: 'entry' | 'follow-up' | 'comment'; id: string }[] {
  switch (command.type) {
    case 'log-interaction':
      return command.with.map(({ entryId }: { entryId: EntryId }) => ({ kind: 'entry', id: entryId }));
    case 'add-comment':
      return [{ kind: 'comment', id: command.commentId }];
    case 'save-follow-up':
      return [{ kind: 'follow-up', id: command.followUpId }];
    default:
      return [];
  }
}
