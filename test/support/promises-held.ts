import { isDeepStrictEqual } from 'node:util';
import { addressesOf } from '../../src/domain/addresses-of.ts';
import type { Command } from '../../src/domain/commands/command.ts';
import { withoutPurged } from '../../src/domain/commands/without-purged.ts';
import type { Actor } from '../../src/domain/decision.ts';
import type { ContactId, UserId } from '../../src/domain/ids.ts';
import type { ItemKey } from '../../src/domain/item.ts';
import { sameItem } from '../../src/domain/item-keys.ts';
import { isOffered } from '../../src/domain/offered.ts';
import { isSetup } from '../../src/domain/ref.ts';
import type { Row, RowKind, RowOf } from '../../src/domain/row.ts';
import { visibleTo } from '../../src/domain/visible-to.ts';
import type { Answer } from '../../src/protocol/push.ts';
import type { LocalStore } from '../../src/store/local-store.ts';
import { madeBy } from '../../src/store/made-by.ts';
import type { Database } from '../../src/store/tables.ts';
import { whatIsWrongInLog } from './log-promises.ts';

/** A team when everything is well again and nobody does anything. */
export interface TeamAtRest {
  /** All rows of the server's log, as they are. */
  rows: readonly Row[];
  /** What the server remembers of a command. */
  answer(commandId: string): Pick<Answer, 'outcome' | 'code'> | undefined;
  /** Every command that somebody gave to a device, by its id. */
  given: ReadonlyMap<string, Command>;
  /** Keys of rows that were ever erased, also in a life of the log that was lost. */
  erased: ReadonlySet<string>;
  devices: readonly DeviceAtRest[];
  /** The keys that mails were known by. */
  keys: readonly ItemKey[];
}

export interface DeviceAtRest {
  actor: Actor;
  store: LocalStore;
  database: Database;
  /** What it said was saved and nobody has discarded since. */
  saved: readonly Command[];
}

/** The first promise to a team that does not hold; undefined: all do. */
export async function whatIsWrong(team: TeamAtRest): Promise<string | undefined> {
  const wrong = whatIsWrongInLog(team);
  if (wrong !== undefined) return wrong;
  for (const [at, device] of team.devices.entries()) {
    const here = (await outboxOf(device, team)) ?? (await shownOn(device, team));
    if (here !== undefined) return `device ${at}: ${here}`;
  }
  return undefined;
}

/** Nothing waits, nothing is lost, and what was erased is in no command. */
async function outboxOf({ store, database, saved }: DeviceAtRest, team: TeamAtRest): Promise<string | undefined> {
  const kept = await store.commands();
  const waiting = kept.filter(({ state }) => state !== 'refused');
  if (waiting.length > 0) return `still waiting: ${waiting.map(({ command }) => nameOf(command))}`;
  const refused = new Set<string>(kept.map(({ command }) => command.id));
  const forgotten = namingErased(saved, team.erased);
  const lost = saved.find((command) => {
    const { outcome = 'refused' } = team.answer(command.id) ?? {};
    return outcome === 'refused' && !refused.has(command.id) && !forgotten.has(command);
  });
  if (lost) return `${nameOf(lost)} was saved and is lost (on the server: ${team.answer(lost.id)?.code ?? 'unknown'})`;
  // A copy that was put back may know nothing of who was erased.
  const erasedThere = new Set(
    team.rows.flatMap((row) => (row.kind === 'purge' && row.why === 'erased' ? row.rowKeys : [])),
  );
  const about = kept.find(({ command }) => names(command, erasedThere));
  if (about) return `${nameOf(about.command)} is kept though it is about somebody who was erased`;
  for (const kind of rowKinds) {
    const [pending] = await database.read((tables) => tables.pendingAfter(kind, ''));
    if (pending) return `${pending.key} is pending though nothing waits`;
  }
  return undefined;
}

/** Every list shows what the server has, as this user may see it. */
async function shownOn({ actor, store }: DeviceAtRest, team: TeamAtRest): Promise<string | undefined> {
  const { rows } = team;
  const of = <K extends RowKind>(kind: K) => rows.filter((row): row is RowOf<K> => row.kind === kind);
  const [contacts, entries, items, followUps] = [of('contact'), of('entry'), of('item'), of('follow-up')];
  const wrong: string[] = [];
  const hold = (what: string, here: readonly Row[], there: readonly Row[]) => {
    const seen = sorted(there.map((row) => visibleTo(row, actor)));
    if (!isDeepStrictEqual(sorted(here), seen)) wrong.push(`${what}: ${difference(sorted(here), seen)}`);
  };

  hold('contacts', await store.contacts(), contacts);
  const { groups, templates, campaigns, templateSetup, salespeople, workspace } = await store.setup();
  const setup = [...groups, ...templates, ...campaigns, ...salespeople, templateSetup, workspace];
  hold(
    'set-up',
    setup.filter((row) => row !== undefined),
    rows.filter(({ kind }) => isSetup(kind) && kind !== 'purge'),
  );
  const there = new Set(entries.map(({ id }) => id));
  const shown = (await store.log({ limit: 1_000 })).entries.map(({ entry }) => entry);
  const extra = shown.filter(({ id }) => !there.has(id));
  if (extra.length > 0) wrong.push(`entries that are in no log: ${extra.map(({ id }) => short(id))}`);
  const drafts = entries.filter((one) => one.postponed && one.userId === actor.userId && one.canceled.length === 0);
  const postponed = await store.postponed(actor.userId);
  hold(
    'postponed',
    postponed.map(({ entry }) => entry),
    drafts,
  );
  for (const userId of new Set<UserId>([actor.userId, ...followUps.map((one) => one.userId)]))
    hold(
      `follow-ups of ${short(userId)}`,
      await store.followUps({ userId }),
      followUps.filter((one) => one.userId === userId),
    );

  const rootOf = rootsOf(contacts);
  for (const one of contacts) {
    const family = new Set(contacts.filter(({ id }) => rootOf(id) === rootOf(one.id)).map(({ id }) => id));
    const concerns = ({ contactId, companyId }: { contactId: ContactId; companyId: ContactId | null }) =>
      family.has(contactId) || (companyId !== null && family.has(companyId));
    const history = (await store.history(one.id, { limit: 1_000 })).entries;
    hold(
      `history of ${one.name}`,
      history.map(({ entry }) => entry),
      entries.filter((entry) => !entry.postponed && concerns(entry)),
    );
    hold(`follow-ups with ${one.name}`, await store.followUps({ contactId: one.id }), followUps.filter(concerns));
    hold(
      `who has the address of ${one.name}`,
      await store.contactsByAddress(addressesOf(one)),
      contacts.filter((other) => isOffered(other) && addressesOf(one).some((at) => addressesOf(other).includes(at))),
    );
  }
  for (const { id } of entries) {
    const theirs = of('comment').filter(({ entryId }) => entryId === id);
    hold(`comments of ${short(id)}`, await store.comments(id), theirs);
  }

  const logged = async (what: string, keys: readonly ItemKey[]) => {
    const found = await store.itemByKeys(keys);
    const same = items.filter((item) => item.mergedInto === null && sameItem(item.keys, keys));
    const own = new Set<string>(same.flatMap((item) => item.entries.map(({ entryId }) => entryId)));
    hold(`${what} as a mail`, found ? [found.item] : [], same);
    hold(
      `entries about ${what}`,
      (found?.entries ?? []).map(({ entry }) => entry),
      entries.filter(({ id }) => own.has(id)),
    );
  };
  for (const key of new Set([...team.keys, ...items.flatMap(({ keys }) => keys)])) await logged(key, [key]);
  return wrong[0];
}

/** Where the history of each contact is read: a deleted person's at their company. */
function rootsOf(contacts: readonly RowOf<'contact'>[]): (id: ContactId) => ContactId {
  const into = new Map(contacts.map(({ id, mergedInto }) => [id, mergedInto]));
  const rootOf = (id: ContactId): ContactId => {
    const next = into.get(id);
    return next && into.has(next) ? rootOf(next) : id;
  };
  return rootOf;
}

const rowKinds: readonly RowKind[] = [
  ...(['contact', 'group', 'template', 'template-setup', 'salesperson', 'workspace', 'campaign'] as const),
  ...(['item', 'entry', 'comment', 'follow-up'] as const),
];

/** Whether a row that `keys` name is something the command is about. */
function withoutErased(command: Command, keys: ReadonlySet<string>) {
  return withoutPurged(command, (key) => (keys.has(key) ? 'erased' : undefined));
}

function names(command: Command, keys: ReadonlySet<string>): boolean {
  return withoutErased(command, keys) !== command;
}

/** Those that name who was erased, or what only such commands would have made. */
function namingErased(commands: readonly Command[], erased: ReadonlySet<string>): Set<Command> {
  const gone = new Set(erased);
  const made = (of: (command: Command) => ReturnType<typeof withoutErased>) =>
    commands.map(of).flatMap((left) => ('outcome' in left ? [] : madeBy(left)));
  for (let before = 0; before < gone.size; ) {
    before = gone.size;
    const stays = new Set(made((command) => withoutErased(command, gone)));
    for (const key of made((command) => command)) if (!stays.has(key)) gone.add(key);
  }
  return new Set(commands.filter((command) => names(command, gone)));
}

function sorted(rows: readonly Row[]): Row[] {
  return [...rows].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : a.kind < b.kind ? -1 : 1));
}

/** Enough to see what differs. */
function difference(here: readonly Row[], there: readonly Row[]): string {
  const missing = there.filter(({ id }) => !here.some((row) => row.id === id)).map(({ id }) => short(id));
  const extra = here.filter(({ id }) => !there.some((row) => row.id === id)).map(({ id }) => short(id));
  const other = here.flatMap((row) => {
    const twin = there.find(({ id, kind }) => id === row.id && kind === row.kind);
    return !twin || isDeepStrictEqual(row, twin) ? [] : [`${short(row.id)} at rev ${row.rev}, there ${twin.rev}`];
  });
  return `missing here [${missing}], only here [${extra}], different [${other}]`;
}

function nameOf(command: Command): string {
  return `${command.type} ${short(command.id)}`;
}

function short(id: string): string {
  return id.slice(-6);
}
