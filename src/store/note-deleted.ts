import type { Command } from '../domain/commands/command.ts';
import { purgeableKeys, withoutPurged } from '../domain/commands/without-purged.ts';
import type { EntryId } from '../domain/ids.ts';
import type { LogEntry } from '../domain/log-entry.ts';
import type { DeletedEntry, KeptCommand, Tables } from './tables.ts';

const prefix = 'entry:';

/**
 * Notes what `entries`, which were deleted, were with every command that is about one of them: it is refused for that,
 * and who wrote it must still see what it was about. What is about erased persons is not for here: nothing of it stays.
 */
export async function noteDeleted(tables: Tables, entries: readonly LogEntry[]): Promise<void> {
  if (entries.length === 0) return;
  const deleted = new Map<string, LogEntry>(entries.map((entry) => [`${prefix}${entry.id}`, entry]));
  const kept = await tables.commands();
  const named = [...new Set(kept.flatMap(({ command }) => entryKeys(command)))];
  for (const { kind, from, to } of await tables.aliases(named)) {
    const entry = deleted.get(`${kind}:${to}`);
    if (entry) deleted.set(`${kind}:${from}`, entry);
  }
  await tables.putCommands(
    kept.flatMap((one): KeptCommand[] => {
      const about = entryKeys(one.command).flatMap((key): DeletedEntry[] => {
        const { contactId, day, description } = deleted.get(key) ?? {};
        if (contactId === undefined || day === undefined || description === undefined) return [];
        // A link to it is beside the point and goes quietly.
        if (!('outcome' in withoutPurged(one.command, (asked) => (asked === key ? 'deleted' : undefined)))) return [];
        return [{ entryId: key.slice(prefix.length) as EntryId, contactId, day, description }]; // of that kind
      });
      return about.length === 0 ? [] : [{ ...one, about: [...(one.about ?? []), ...about] }];
    }),
  );
}

function entryKeys(command: Command): string[] {
  return purgeableKeys(command).filter((key) => key.startsWith(prefix));
}
