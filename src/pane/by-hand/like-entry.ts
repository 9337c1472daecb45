import type { LogInteraction } from '../../domain/commands/log-interaction.ts';
import type { Item } from '../../domain/item.ts';
import type { LogEntry } from '../../domain/log-entry.ts';
import { dayIn, timeIn, type Zone } from '../../domain/time.ts';
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
  const { via: _theirs, level, ...others } = choicesOfEntry(entry, entry.day);
  const day = entry.at === null ? entry.day : dayIn(zone, entry.at);
  const time = entry.at === null ? '' : timeIn(zone, entry.at);
  return {
    // The text of a mail belongs to the mail; by hand there is a note at most.
    choices: { ...others, day, time, level: level === 'text' ? 'note' : level },
    adjust: (log, choices) => {
      const { interaction } = log;
      const isSameTime = choices.day === day && choices.time === time;
      const isSameTemplate = interaction.templateCode === entry.templateCode;
      const isSameCampaign = isSameTemplate && interaction.campaignCode === entry.campaignCode;
      const isSameSubject = item !== undefined || interaction.description === entry.description;
      const like: LogInteraction['interaction'] = {
        ...interaction,
        ...(isSameTime ? { at: entry.at, zone: entry.zone, day: entry.day } : {}),
        ...(isSameTemplate ? { language: entry.language } : {}),
        ...(isSameCampaign ? { campaignTarget: entry.campaignTarget, campaignResponse: entry.campaignResponse } : {}),
        ...(isSameSubject ? { subject: entry.subject } : {}),
        ...(item ? { origin: item.itemKind } : {}),
      };
      const of = item && { id: item.id, itemKind: item.itemKind, keys: item.keys.slice(0, mostKeys) };
      return { ...log, item: of ?? null, interaction: like };
    },
  };
}
