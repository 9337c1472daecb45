import type { LogEntry } from '../../domain/log-entry.ts';
import type { Day } from '../../domain/time.ts';
import { timeIn } from '../../domain/time.ts';
import type { Choices } from '../log-view/choices.ts';

/** A postponed entry as what the user has chosen. Resumed on another day it is of that day (`domain.md` §8), at its time. */
export function choicesOfEntry(entry: LogEntry, today: Day): Partial<Choices> {
  return {
    templateCode: entry.templateCode,
    description: entry.description,
    note: entry.note,
    level: entry.level,
    audience: entry.audience,
    day: today,
    time: entry.at === null ? '' : timeIn(entry.zone, entry.at),
    minutes: String(entry.minutes),
    cost: String(entry.cost),
    evaluation: entry.evaluation,
    flow: entry.flow,
    initiatedBy: entry.initiatedBy,
    correspondenceType: entry.correspondenceType,
    attemptFailed: entry.attemptFailed,
    via: { [entry.contactId]: entry.contactVia },
    campaignCode: entry.campaignCode,
  };
}
