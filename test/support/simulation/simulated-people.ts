import type { Command } from '../../../src/domain/commands/command.ts';
import type { EmailAddress } from '../../../src/domain/email-address.ts';
import type { CommandId, ContactId } from '../../../src/domain/ids.ts';
import { isOffered } from '../../../src/domain/offered.ts';
import { instantOf } from '../../../src/domain/time.ts';
import { createLocalStore } from '../../../src/store/create-local-store.ts';
import type { LocalStore, PerformResult } from '../../../src/store/local-store.ts';
import { cancel, createContact, reinstate } from '../command-samples.ts';
import { contact, id, logMail } from '../domain-samples.ts';
import { comment, followUp } from '../new-command-samples.ts';
import { commandOf } from '../team-acts.ts';
import { company, mails } from '../team-start.ts';
import type { PersonEvent } from './script.ts';
import type { Machine } from './simulated-pane.ts';
import type { VirtualTime } from './virtual-time.ts';

/** What a person at a machine does in its first pane: commands, and what is done about refused ones. */
export interface SimulatedPeople {
  act(event: PersonEvent, machine: Machine): Promise<void>;
  /** Every command that was given to a pane. */
  given: ReadonlyMap<string, Command>;
  /** What panes of the machine said was saved and nobody has discarded since. */
  savedOn(machine: Machine): Command[];
}

export function createSimulatedPeople(options: {
  time: VirtualTime;
  /** A new number for ids. */
  number: () => number;
  told: (what: string) => void;
  broke: (error: unknown) => void;
}): SimulatedPeople {
  const { time, number, told, broke } = options;
  const given = new Map<string, Command>();
  const saved = new Map<Machine, Map<string, Command>>();
  const lastLog = new Map<Machine, Extract<Command, { type: 'log-interaction' }>>();

  function savedBy(machine: Machine): Map<string, Command> {
    const there = saved.get(machine) ?? new Map<string, Command>();
    saved.set(machine, there);
    return there;
  }

  /** That it is saved is noted when the pane says so. */
  function perform(machine: Machine, command: Command): void {
    const [pane] = machine.panes;
    if (!pane) return;
    given.set(command.id, command);
    pane.device.perform(command).then((result) => {
      told(`machine ${machine.name}: ${command.type} ${command.id.slice(-5)} is ${said(result)}`);
      if (result.outcome !== 'saved') return;
      savedBy(machine).set(command.id, command);
      if (command.type === 'log-interaction' && !command.postponed) lastLog.set(machine, command);
    }, broke);
  }

  function log(
    machine: Machine,
    what: { mail: number | null; note: boolean; shownAgo: number },
    contactIds: ContactId[],
    needs: CommandId[] = [],
  ): void {
    if (contactIds.length === 0) return;
    const made = number();
    const contacts = contactIds.map((contactId, place) => ({ ...contact(place), id: contactId }));
    const at = instantOf(time.now() + machine.ahead - what.shownAgo);
    const over = { note: what.note ? `note ${made}` : '', at };
    const { item, ...command } = logMail(made, contacts, mails[(what.mail ?? 0) % mails.length] ?? [], over);
    perform(machine, { ...command, item: what.mail === null ? null : item, needs });
  }

  /** What a person does about a refused command: until the pane has answered nobody can say which of the two is there. */
  function replace(machine: Machine, old: Command, act: Promise<PerformResult | undefined>, by?: Command): void {
    savedBy(machine).delete(old.id);
    if (by) given.set(by.id, by);
    act.then(
      (result) => {
        const stays = result !== undefined && result.outcome !== 'saved' ? old : by;
        if (stays) savedBy(machine).set(stays.id, stays);
      },
      // A full disk says so, and nothing has changed.
      () => savedBy(machine).set(old.id, old),
    );
  }

  return {
    given,
    savedOn: (machine) => [...savedBy(machine).values()],
    async act(event, machine) {
      const [pane] = machine.panes;
      if (!pane) return;
      const shown: LocalStore = createLocalStore({ ...machine.disk, close: () => undefined });
      switch (event.do) {
        case 'log': {
          const known = (await shown.contacts()).filter((one) => one.type === 'person' && isOffered(one));
          const ids = new Set(event.contacts.map((one) => known[one % Math.max(1, known.length)]?.id));
          return log(
            machine,
            event,
            [...ids].filter((one) => one !== undefined),
          );
        }
        case 'cancel':
        case 'reinstate': {
          const { entries } = await shown.log({ limit: 100 });
          const { entry } = entries[event.pick % Math.max(1, entries.length)] ?? {};
          if (!entry) return;
          if (event.do === 'cancel') return perform(machine, cancel(number(), [entry.id]));
          const reasons = entry.canceled.map(({ commandId }) => commandId);
          return perform(machine, reinstate(number(), entry.id, entry.itemId, reasons));
        }
        case 'undo': {
          const command = lastLog.get(machine);
          if (!command) return;
          const entryIds = command.with.map(({ entryId }) => entryId);
          return perform(machine, cancel(number(), entryIds, { undoes: command.id, needs: [command.id] }));
        }
        case 'comment-on-log':
        case 'follow-up-on-log': {
          const command = lastLog.get(machine);
          const [first] = command?.with ?? [];
          if (!command || !first) return;
          const [made, { entryId, contactId, companyId }] = [number(), first];
          const about = { ...contact(0), id: contactId, companyId };
          const then =
            event.do === 'comment-on-log'
              ? comment(made, entryId, `comment ${made}`)
              : followUp(made, about, { entryId, userId: machine.actor.userId });
          return perform(machine, { ...then, needs: [command.id] });
        }
        case 'create-contact': {
          const made = number();
          const contactId = id<ContactId>(0x5000 + made);
          const email = `new${event.address}@harbourpine.example` as EmailAddress; // of that form
          perform(machine, createContact(made, contactId, { email, companyId: company.id }));
          const then = { mail: made, note: false, shownAgo: 1_000 };
          if (event.thenLog) log(machine, then, [contactId], [id<CommandId>(made)]);
          return;
        }
        case 'act': {
          const { act, pick } = event;
          const command = await commandOf(act, { number: number(), pick, store: shown, actor: machine.actor });
          if (command) perform(machine, command);
          return;
        }
        case 'discard':
        case 'retry': {
          const refused = await shown.refused();
          const { command } = refused[event.pick % Math.max(1, refused.length)] ?? {};
          if (!command) return;
          if (event.do === 'discard')
            return replace(
              machine,
              command,
              pane.store.discard(command.id, machine.actor).then(() => undefined),
            );
          const again: Command = { ...command, id: id<CommandId>(number()) };
          return replace(machine, command, pane.store.retry(command.id, again, machine.actor), again);
        }
        case 'look-up': {
          const keys = mails[event.mail % mails.length] ?? [];
          // It takes as long as the network does, and what it gives is in the store then.
          pane.device.lookUpItem(keys, new AbortController().signal).catch(broke);
          return;
        }
        case 'open-history': {
          // The people of the start come first: who merges them picks them by the same numbers.
          const contacts = (await shown.contacts()).sort((a, b) => (a.id < b.id ? -1 : 1));
          const one = contacts[event.pick % Math.max(1, contacts.length)];
          if (one) pane.device.openHistory(one.id);
        }
      }
    },
  };
}

function said(result: PerformResult): string {
  return result.outcome === 'saved' ? 'saved' : `${result.outcome} (${result.code})`;
}
