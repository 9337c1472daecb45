import type { LogEntry } from '../../domain/log-entry.ts';
import { describe } from '../../domain/template-defaults.ts';
import { useMessages, usePane } from '../state/pane-context.ts';

/** What is worth knowing at a glance. */
export function useEntryFacts(entry: LogEntry): string[] {
  const { format, setup, language } = usePane();
  const t = useMessages();
  const template = setup.value?.templates.find(({ id }) => id === entry.templateCode);
  const currency = setup.value?.workspace?.currency;
  return [
    template ? describe(template, [language.value]) : entry.templateCode,
    entry.at ? format.value.time(entry.at) : '',
    entry.flow === '' ? '' : t.form.flows[entry.flow],
    entry.minutes > 0 ? t.history.minutes(entry.minutes) : '',
    entry.cost > 0 && currency ? format.value.money(entry.cost, currency) : '',
    entry.evaluation === '' ? '' : t.form.evaluations[entry.evaluation],
    entry.entryNo === null ? '' : t.outcome.entryNo(format.value.number(entry.entryNo)),
  ].filter((fact) => fact !== '');
}
