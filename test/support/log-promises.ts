import { isLive } from '../../src/domain/is-live.ts';
import { knownFrom } from '../../src/domain/known.ts';
import type { Row, RowKind, RowOf } from '../../src/domain/row.ts';
import { rowKey } from '../../src/domain/row-key.ts';
import { samePerson } from '../../src/domain/same-person.ts';
import type { TeamAtRest } from './promises-held.ts';

/** The first promise that the server's own log does not keep; undefined: it keeps all. */
export function whatIsWrongInLog(team: Omit<TeamAtRest, 'devices' | 'keys'>): string | undefined {
  return oneLiveEntry(team.rows) ?? atMostOnce(team.rows) ?? purgedForGood(team.rows) ?? asCommanded(team);
}

/** One item and one contact, merged ones being one, make one live entry; an item lists every entry about it. */
function oneLiveEntry(rows: readonly Row[]): string | undefined {
  const [entries, items] = [of(rows, 'entry'), of(rows, 'item')];
  const known = knownFrom(rows);
  const pairs = entries
    .filter((entry) => entry.itemId !== null && isLive(entry))
    .map(({ itemId, contactId }) => `${itemId} and contact ${samePerson(contactId, known)}`);
  const doubled = firstDouble(pairs);
  if (doubled) return `two live entries of item ${doubled}`;
  const listed = new Map(items.map((item) => [item.id, new Set(item.entries.map(({ entryId }) => entryId))]));
  const stray = entries.find(({ id, itemId }) => itemId !== null && !listed.get(itemId)?.has(id));
  if (stray) return `entry ${stray.id} is about item ${stray.itemId}, which does not list it`;
  const key = firstDouble(items.filter(({ mergedInto }) => mergedInto === null).flatMap(({ keys }) => keys));
  return key && `two items are known by ${key}`;
}

/** Nothing in the log was done twice by one command. */
function atMostOnce(rows: readonly Row[]): string | undefined {
  const entries = of(rows, 'entry');
  for (const { id, canceled, corrections } of entries) {
    const reason = firstDouble(canceled.map(({ commandId, via }) => `${commandId} ${via}`));
    if (reason) return `entry ${id} was canceled twice by ${reason}`;
    const field = firstDouble(corrections.map(({ commandId, field }) => `${commandId} ${field}`));
    if (field) return `entry ${id} was corrected twice by ${field}`;
  }
  const made = firstDouble(entries.map(({ commandId, contactId }) => `${commandId} with ${contactId}`));
  if (made) return `two entries were made by ${made}`;
  return undefined;
}

/** What was deleted or erased does not come back; and no other numbers are missing or given twice. */
function purgedForGood(rows: readonly Row[]): string | undefined {
  const purged = new Set(of(rows, 'purge').flatMap(({ rowKeys }) => rowKeys));
  // A mail may be logged again: it is found by its keys.
  const back = rows.find((row) => row.kind !== 'item' && purged.has(rowKey(row)));
  if (back) return `${rowKey(back)} was purged and is there again`;
  const numbers = of(rows, 'entry').map(({ entryNo }) => Number(entryNo));
  const gone = [...purged].filter((key) => key.startsWith('entry:')).length;
  const twice = firstDouble(numbers);
  if (twice !== undefined) return `two entries have the number ${twice}`;
  const highest = Math.max(0, ...numbers);
  return highest > numbers.length + gone
    ? `of ${highest} entries there are ${numbers.length}, ${gone} went`
    : undefined;
}

/** What commands say of one another holds: undoing takes back one's own only, and what a command needs comes first. */
function asCommanded({ rows, answer, given }: Omit<TeamAtRest, 'devices' | 'keys'>): string | undefined {
  for (const entry of of(rows, 'entry'))
    for (const { commandId } of entry.canceled) {
      const command = given.get(commandId);
      if (command?.type !== 'cancel-interaction' || command.undoes === null) continue;
      if (command.undoes !== entry.commandId) return `entry ${entry.id} of another command was undone by ${commandId}`;
    }
  for (const command of given.values()) {
    // What was written by the way, when it turned out to be a mail that is logged already, has the id of the unused entry.
    const unused = command.type === 'log-interaction' ? command.with.map(({ entryId }): string => entryId) : [];
    const notes = of(rows, 'comment').filter(({ id }) => unused.includes(id));
    const doubled = firstDouble(notes.map(({ entryId }) => entryId));
    if (doubled) return `the note of ${command.id} stands twice on ${doubled}`;
  }
  for (const { id, needs } of given.values()) {
    const { outcome, code } = answer(id) ?? {};
    const missing = needs.find((need) => (answer(need)?.outcome ?? 'refused') === 'refused');
    if (outcome !== undefined && missing !== undefined && code !== 'needs-refused')
      return `${id} was ${code ?? outcome} without ${missing}, which it needs`;
  }
  const purged = new Set(of(rows, 'purge').flatMap(({ rowKeys }) => rowKeys));
  const there = new Set([...rows.map(rowKey), ...purged]);
  for (const command of given.values()) {
    if (command.type !== 'log-interaction' || answer(command.id)?.outcome !== 'done') continue;
    if (!command.with.some(({ entryId }) => there.has(`entry:${entryId}`)))
      return `${command.id} is done and its entries are not there`;
  }
  return undefined;
}

function of<K extends RowKind>(rows: readonly Row[], kind: K): RowOf<K>[] {
  return rows.filter((row): row is RowOf<K> => row.kind === kind);
}

function firstDouble<T>(list: readonly T[]): T | undefined {
  return list.find((one, at) => list.indexOf(one) !== at);
}
