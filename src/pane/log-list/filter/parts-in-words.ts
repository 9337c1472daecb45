import type { LogFilter, LogFilterField } from '../../../domain/log-filter.ts';
import { describe } from '../../../domain/template-defaults.ts';
import { useMessages, usePane } from '../../state/pane-context.ts';
import { useWatch } from '../../state/use-watch.ts';
import { useLogListTexts } from '../use-log-list-texts.ts';

/** A part of a filter, as people read it. */
export interface PartInWords {
  text: string;
  part: LogFilter;
}

/** The parts that narrow the list; the days are one part. */
export function usePartsInWords(filter: LogFilter): PartInWords[] {
  const { setup, language, format } = usePane();
  const t = useLogListTexts();
  const { form, payload } = useMessages();
  const { contact } = filter;
  const contactName = useWatch(`filtered contact ${contact}`, async (reader) =>
    contact === undefined ? '' : ((await reader.contact(contact))?.name ?? ''),
  );
  const named = (list: readonly { id: string; description: Readonly<Record<string, string>> }[], code: string) => {
    const found = list.find(({ id }) => id === code);
    return found ? describe(found, [language.value]) : code;
  };
  const { groups = [], templates = [], salespeople = [], campaigns = [] } = setup.value ?? {};
  const words: { [Field in LogFilterField]?: (value: NonNullable<LogFilter[Field]>) => string } = {
    contact: () => contactName || '…',
    group: (code) => named(groups, code),
    template: (code) => named(templates, code),
    salesperson: (code) => salespeople.find(({ id }) => id === code)?.name ?? code,
    campaign: (code) => campaigns.find(({ id }) => id === code)?.description ?? code,
    flow: (flow) => (flow === 'none' ? t.filter.none : form.flows[flow]),
    evaluation: (evaluation) => (evaluation === 'none' ? form.evaluations[''] : form.evaluations[evaluation]),
    status: (status) => t.filter.statuses[status],
    origin: (origin) => payload.origins[origin],
    text: (text) => text,
  };
  const inWords = <Field extends LogFilterField>(field: Field): PartInWords[] => {
    const value = filter[field];
    if (value === undefined) return [];
    return [{ text: `${t.filter.fields[field]}: ${words[field]?.(value) ?? value}`, part: { [field]: value } }];
  };
  const { from, to } = filter;
  const day = format.value.fullDay;
  const days: PartInWords[] =
    from && to
      ? [{ text: t.filter.days(day(from), day(to)), part: { from, to } }]
      : from
        ? [{ text: t.filter.since(day(from)), part: { from } }]
        : to
          ? [{ text: t.filter.until(day(to)), part: { to } }]
          : [];
  const fields: LogFilterField[] = ['contact', 'status', 'salesperson', 'template', 'group', 'campaign'];
  const others: LogFilterField[] = ['flow', 'evaluation', 'origin', 'text'];
  return [...days, ...[...fields, ...others].flatMap(inWords)];
}
