import { entryTitle } from '../../domain/entry-title.ts';
import type { LogEntry } from '../../domain/log-entry.ts';
import { describe } from '../../domain/template-defaults.ts';
import { useMessages, usePane } from '../state/pane-context.ts';
import { useWatch } from '../state/use-watch.ts';

/** What is worth knowing at a glance. */
export function useEntryFacts(entry: LogEntry): string[] {
  const { format, setup, language } = usePane();
  const t = useMessages();
  const template = setup.value?.templates.find(({ id }) => id === entry.templateCode);
  const salesperson = setup.value?.salespeople.find(({ id }) => id === entry.salespersonCode);
  const contact = useWatch(`title ${entry.contactId}`, async (reader) => (await reader.contact(entry.contactId))?.name);
  const { template: what, who } = entryTitle(entry, {
    template: template ? describe(template, [language.value]) : entry.templateCode,
    salesperson: salesperson?.name || entry.salespersonCode,
    contact: contact ?? '',
  });
  const currency = setup.value?.workspace?.currency;
  const withWho = who?.is === 'by' ? t.history.titleBy : t.history.titleFrom;
  return [
    who ? withWho(what, who.name) : what,
    entry.at ? format.value.time(entry.at) : '',
    entry.flow === '' ? '' : t.form.flows[entry.flow],
    entry.minutes > 0 ? t.history.minutes(entry.minutes) : '',
    entry.cost > 0 && currency ? format.value.money(entry.cost, currency) : '',
    entry.evaluation === '' ? '' : t.form.evaluations[entry.evaluation],
    entry.entryNo === null ? '' : t.outcome.entryNo(format.value.number(entry.entryNo)),
  ].filter((fact) => fact !== '');
}
