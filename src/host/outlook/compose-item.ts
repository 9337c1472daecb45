import type { Zone } from '../../domain/time.ts';
import { blankItem } from '../blank-item.ts';
import type { HostPerson, MailItem } from '../host-adapter.ts';
import { hostPeople, hostPerson } from './host-person.ts';
import { type CallResult, type OfficeCalls, valueOr } from './office-calls.ts';
import type { ComposeItem, OfficePerson, Readable } from './office-surface.ts';
import { instantOrNull, sensitivityOf } from './outlook-values.ts';
import { looksAllDay } from './quirks/unknown-all-day.ts';

/**
 * A mail or meeting that is being written. What it is about and who is on it must be readable; the rest may be missing
 * in a client and is then absent.
 */
export async function composeItem(
  item: ComposeItem,
  identity: string,
  context: { calls: OfficeCalls; me: HostPerson; zone: Zone },
): Promise<CallResult<MailItem>> {
  const meeting = item.itemType === 'appointment';
  const get = <T>(call: string, from: Readable<T> | undefined): Promise<CallResult<T>> =>
    from
      ? context.calls.run<T>(call, (callback) => from.getAsync(callback))
      : Promise.resolve({ ok: false, problem: { call, why: 'not-possible' } });

  const [subject, to, cc] = await Promise.all([
    get('subject', item.subject),
    get('to', meeting ? item.requiredAttendees : item.to),
    get('cc', meeting ? item.optionalAttendees : item.cc),
  ]);
  if (!subject.ok) return subject;
  if (!to.ok) return to;
  if (!cc.ok) return cc;

  const both: MailItem = {
    ...blankItem({ kind: meeting ? 'meeting' : 'mail', mode: 'compose', identity }),
    subject: subject.value,
    to: hostPeople(to.value),
    cc: hostPeople(cc.value),
    conversationId: item.conversationId || null,
    attachmentNames: await attachmentNames(item, context.calls),
  };
  return { ok: true, value: { ...both, ...(meeting ? await ofMeeting() : await ofMail()) } };

  async function ofMail(): Promise<Partial<MailItem>> {
    const [bcc, from] = await Promise.all([get('bcc', item.bcc), get('from', item.from)]);
    return { bcc: hostPeople(valueOr(bcc, [])), from: person(from) };
  }

  async function ofMeeting(): Promise<Partial<MailItem>> {
    const [start, end, location, organizer, allDay, sensitivity] = await Promise.all([
      get('start', item.start),
      get('end', item.end),
      get('location', item.location),
      get('organizer', item.organizer),
      get('all-day', item.isAllDayEvent),
      get('sensitivity', item.sensitivity),
    ]);
    const [from, until] = [valueOr(start, null), valueOr(end, null)];
    return {
      start: instantOrNull(from),
      end: instantOrNull(until),
      allDay: allDay.ok ? allDay.value : looksAllDay(from, until, context.zone),
      zone: context.zone,
      location: valueOr(location, ''),
      organizer: person(organizer),
      sensitivity: sensitivityOf(valueOr(sensitivity, null)),
    };
  }

  // Whoever writes it is the user, where the client does not say for whom.
  function person(result: CallResult<OfficePerson>): HostPerson {
    return hostPerson(valueOr(result, null)) ?? context.me;
  }
}

async function attachmentNames(item: ComposeItem, calls: OfficeCalls): Promise<string[]> {
  if (!item.getAttachmentsAsync) return [];
  const found = await calls.run<{ name?: string; isInline?: boolean }[]>('attachments', (callback) =>
    item.getAttachmentsAsync?.(callback),
  );
  return valueOr(found, []).flatMap(({ name, isInline }) => (isInline ? [] : [name ?? '']));
}
