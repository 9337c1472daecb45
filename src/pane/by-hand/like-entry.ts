import type { LogInteraction } from '../../domain/commands/log-interaction.ts';
import type { Item } from '../../domain/item.ts';
import type { LogEntry } from '../../domain/log-entry.ts';
import type { Zone } from '../../domain/time.ts';
import type { Choices } from '../log-view/choices.ts';
import type { KeptForm } from '../log-view/kept-form.ts';
import { choicesOfEntry } from './choices-of-entry.ts';

const mostKeys = 10;

/**
 * How an entry is logged again for another contact: what the form, which reads days and times in `zone`, shows at first,
 * and what it does not show, as far as the person left it as it was. The mail or meeting stays the same one, so that the
 * team has it once with that contact, however it is logged later.
 */
export function likeEntry(
  entry: LogEntry,
  item: Item | undefined,
  zone: Zone,
): { choices: Partial<Choices>; adjust: NonNullable<KeptForm['adjust']> } {
  const { via: _theirs, language: _their, level, day, time, ...others } = choicesOfEntry(entry, zone);
  return {
    // The text of a mail belongs to the mail; by hand there is a note at most.
    choices: { ...others, day, time, level: level === 'text' ? 'note' : level },
    adjust: (log, choices) => {
      const { interaction } = log;
      const isSameTime = choices.day === day && choices.time === time;
      const isSameSubject = item !== undefined || interaction.description === entry.description;
      const like: LogInteraction['interaction'] = {
        ...interaction,
        ...(isSameTime ? { at: entry.at, zone: entry.zone, day: entry.day } : {}),
        ...(isSameSubject ? { subject: entry.subject } : {}),
        ...(item ? { origin: item.itemKind } : {}),
      };
      const of = item && { id: item.id, itemKind: item.itemKind, keys: item.keys.slice(0, mostKeys) };
      return { ...log, item: of ?? null, interaction: like };
    },
  };
}
