import type { LogEntry } from '../../domain/log-entry.ts';
import { dayIn, timeIn, type Zone } from '../../domain/time.ts';
import type { Choices } from '../log-view/choices.ts';
import { writeAmount } from '../messages/amount-text.ts';

/** An entry as what the user has chosen, its moment as the clock of `zone` shows it: what is logged from the form is logged there. */
export function choicesOfEntry(entry: LogEntry, zone: Zone): Partial<Choices> {
  return {
    templateCode: entry.templateCode,
    description: entry.description,
    note: entry.note,
    level: entry.level,
    audience: entry.audience,
    day: entry.at === null ? entry.day : dayIn(zone, entry.at),
    time: entry.at === null ? '' : timeIn(zone, entry.at),
    minutes: writeAmount(entry.minutes),
    cost: writeAmount(entry.cost),
    evaluation: entry.evaluation,
    flow: entry.flow,
    initiatedBy: entry.initiatedBy,
    correspondenceType: entry.correspondenceType,
    attemptFailed: entry.attemptFailed,
    via: { [entry.contactId]: entry.contactVia },
    campaignCode: entry.campaignCode,
    campaignTarget: entry.campaignTarget,
    campaignResponse: entry.campaignResponse,
    salespersonCode: entry.salespersonCode,
    language: entry.language,
    followUp: entry.followUp,
  };
}
