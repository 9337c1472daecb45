import type { LogEntry } from '../../domain/log-entry.ts';
import { useTexts } from '../by-hand/use-texts.ts';
import { useMessages, usePane } from '../state/pane-context.ts';
import { useWatch } from '../state/use-watch.ts';
import { whoLogged } from '../state/who.ts';
import { type EntryField, fieldInWords } from './field-in-words.ts';

const fields: readonly EntryField[] = [
  'day',
  'at',
  'templateCode',
  'groupCode',
  'description',
  'subject',
  'flow',
  'initiatedBy',
  'salespersonCode',
  'evaluation',
  'attemptFailed',
  'correspondenceType',
  'contactVia',
  'minutes',
  'cost',
  'campaignCode',
  'campaignTarget',
  'campaignResponse',
  'language',
  'origin',
  'level',
  'audience',
  'zone',
];

/** Every field of an entry that has a value. */
export function EntryFields({ entry }: { entry: LogEntry }) {
  const pane = usePane();
  const t = useMessages();
  const { entry: texts } = useTexts();
  const names = useWatch(`names ${entry.contactId} ${entry.companyId}`, async (reader) => ({
    contact: (await reader.contact(entry.contactId))?.name ?? '',
    company: entry.companyId === null ? '' : ((await reader.contact(entry.companyId))?.name ?? ''),
  }));
  const { format } = pane;
  const others: [string, string][] = [
    [texts.fields.contact, names?.contact ?? ''],
    [texts.fields.company, names?.company ?? ''],
    ...fields.map((field): [string, string] => [
      t.payload.fields[field],
      fieldInWords(field, entry[field], pane, entry.zone),
    ]),
    [texts.fields.loggedBy, whoLogged(entry, pane)],
    [texts.fields.received, entry.receivedAt ? format.value.ago(entry.receivedAt, pane.now.value) : ''],
    [texts.fields.entryNo, entry.entryNo === null ? '' : format.value.number(entry.entryNo)],
  ];
  return (
    <dl class="facts">
      {others
        .filter(([, value]) => value !== '')
        .map(([label, value]) => (
          <div class="fact" key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
