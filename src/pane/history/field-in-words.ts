import * as v from 'valibot';
import type { Correction, LogEntry } from '../../domain/log-entry.ts';
import { describe } from '../../domain/template-defaults.ts';
import { Day, dayIn, Instant, type Zone } from '../../domain/time.ts';
import { languageName } from '../contacts/language-name.ts';
import type { PaneState } from '../state/pane-state.ts';

export type EntryField = Correction['field'] | Exclude<keyof LogEntry & keyof Payload, 'note' | 'text'>;
type Payload = PaneState['messages']['value']['payload']['fields'];

/** The value of an entry's field as the catalogues and the set-up name it, also as it is kept in a correction; empty for none. */
export function fieldInWords(
  field: EntryField,
  value: string | number | boolean | null,
  pane: PaneState,
  zone: Zone,
): string {
  const t = pane.messages.value;
  const { setup, format, language } = pane;
  const text = value === null ? '' : String(value);
  if (text === '') return '';
  const named: Partial<Record<EntryField, { id: string; description: Readonly<Record<string, string>> }[]>> = {
    templateCode: setup.value?.templates ?? [],
    groupCode: setup.value?.groups ?? [],
  };
  const options: Partial<Record<EntryField, Readonly<Record<string, string>>>> = {
    flow: t.form.flows,
    initiatedBy: t.form.initiators,
    evaluation: t.form.evaluations,
    correspondenceType: t.form.types,
    origin: t.payload.origins,
    level: t.form.levels,
    audience: t.form.audiences,
  };
  switch (field) {
    case 'day':
    case 'at': {
      // What is all day has its day in place of a time.
      const [at, day] = [v.safeParse(Instant, text), v.safeParse(Day, text)];
      if (at.success) return `${format.value.fullDay(dayIn(zone, at.output))} ${format.value.time(at.output)}`;
      return day.success ? format.value.fullDay(day.output) : text;
    }
    case 'attemptFailed':
    case 'campaignTarget':
    case 'campaignResponse':
      return text === 'true' ? t.payload.yes : t.payload.no;
    case 'minutes':
      return format.value.number(Number(text));
    case 'cost': {
      const currency = setup.value?.workspace?.currency;
      return currency ? format.value.money(Number(text), currency) : format.value.number(Number(text));
    }
    case 'campaignCode':
      return setup.value?.campaigns.find(({ id }) => id === text)?.description ?? text;
    case 'salespersonCode':
      return setup.value?.salespeople.find(({ id }) => id === text)?.name ?? text;
    case 'language':
      return languageName(text, language.value);
    default: {
      const found = named[field]?.find(({ id }) => id === text);
      return found ? describe(found, [language.value]) : (options[field]?.[text] ?? text);
    }
  }
}
