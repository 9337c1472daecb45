import * as v from 'valibot';
import { Cost, Minutes } from '../../domain/amounts.ts';
import type { Correctable } from '../../domain/commands/correct-interaction.ts';
import { instantAt } from '../../domain/local-time.ts';
import type { LogEntry } from '../../domain/log-entry.ts';
import { type Instant, TypedDay, timeIn } from '../../domain/time.ts';
import { loggableFrom } from '../../domain/too-far-ahead.ts';
import { readAmount, writeAmount } from '../messages/amount-text.ts';

/** The fields of an entry as they stand in the form that corrects it. */
export interface Edited
  extends Pick<
    LogEntry,
    | 'description'
    | 'note'
    | 'contactVia'
    | 'flow'
    | 'initiatedBy'
    | 'attemptFailed'
    | 'campaignCode'
    | 'campaignTarget'
    | 'campaignResponse'
    | 'salespersonCode'
    | 'language'
    | 'correspondenceType'
  > {
  day: string;
  /** `HH:MM`, or empty for all day. */
  time: string;
  minutes: string;
  cost: string;
}

export function editedFrom(entry: LogEntry): Edited {
  const { description, note, contactVia, flow, initiatedBy, attemptFailed, correspondenceType } = entry;
  const { campaignCode, campaignTarget, campaignResponse, salespersonCode, language } = entry;
  return {
    ...{ description, note, contactVia, flow, initiatedBy, attemptFailed, correspondenceType },
    ...{ campaignCode, campaignTarget, campaignResponse, salespersonCode, language },
    day: entry.day,
    time: entry.at === null ? '' : timeIn(entry.zone, entry.at),
    minutes: writeAmount(entry.minutes),
    cost: writeAmount(entry.cost),
  };
}

export type CorrectionProblem = 'description' | 'date' | 'minutes' | 'cost';

/** What is wrong with a correction; `logFrom` where it was moved too far ahead: from when it can lie there. */
export type CorrectionWrong = { wrong: CorrectionProblem } | { wrong: 'ahead'; logFrom: Instant };

/**
 * Only what was changed of the entry that the person saw, with what they saw; or what is wrong with it. Nothing changed
 * gives an empty `to`.
 */
export function correctedFields(
  saw: LogEntry,
  edited: Edited,
  now: Instant,
): CorrectionWrong | { wrong?: undefined; saw: Correctable; to: Correctable } {
  const before = editedFrom(saw);
  const day = v.safeParse(TypedDay, edited.day);
  const description = edited.description.replace(/\s+/g, ' ').trim();
  const minutes = readAmount(edited.minutes);
  const cost = readAmount(edited.cost);
  if (description === '') return { wrong: 'description' };
  if (!day.success) return { wrong: 'date' };
  if (!v.is(Minutes, minutes)) return { wrong: 'minutes' };
  if (!v.is(Cost, cost)) return { wrong: 'cost' };
  const isMoved = edited.day !== before.day || edited.time !== before.time;
  const at = edited.time === '' ? null : instantAt(saw.zone, day.output, edited.time);
  const logFrom = isMoved ? loggableFrom({ at, day: day.output, zone: saw.zone }, now) : undefined;
  if (logFrom) return { wrong: 'ahead', logFrom };
  const wanted: Correctable = {
    description,
    note: edited.note,
    contactVia: edited.contactVia.trim(),
    flow: edited.flow,
    initiatedBy: edited.initiatedBy,
    attemptFailed: edited.attemptFailed,
    campaignCode: edited.campaignCode,
    campaignTarget: edited.campaignTarget,
    campaignResponse: edited.campaignResponse,
    salespersonCode: edited.salespersonCode,
    language: edited.language,
    correspondenceType: edited.correspondenceType,
    minutes,
    cost,
    ...(isMoved ? { at, day: day.output } : {}),
  };
  const changed = (Object.keys(wanted) as (keyof Correctable)[]) // the keys of what was just built
    .filter((field) => wanted[field] !== saw[field]);
  const pick = (from: Correctable): Correctable => Object.fromEntries(changed.map((field) => [field, from[field]]));
  return { saw: pick(saw), to: pick(wanted) };
}
