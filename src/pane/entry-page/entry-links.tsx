import type { ContactId } from '../../domain/ids.ts';
import type { LogEntry } from '../../domain/log-entry.ts';
import type { LogFilter } from '../../domain/log-filter.ts';
import { Button } from '../components/button.tsx';
import { openContact } from '../contacts/contact-place.ts';
import { fieldInWords } from '../history/field-in-words.ts';
import { useMessages, usePane } from '../state/pane-context.ts';
import { useWatch } from '../state/use-watch.ts';
import { useEntryPageTexts } from './use-entry-page-texts.ts';

/** Where an entry leads: its contact and company, and the log of what has the same template, salesperson or campaign. */
export function EntryLinks({ entry }: { entry: LogEntry }) {
  const pane = usePane();
  const { payload } = useMessages();
  const { links: t } = useEntryPageTexts();
  const { contactId, companyId, zone } = entry;
  const names = useWatch(`links ${contactId} ${companyId}`, async (reader) => ({
    contact: (await reader.contact(contactId))?.name,
    company: companyId === null ? undefined : (await reader.contact(companyId))?.name,
  }));
  const ofContact = (label: string, id: ContactId, name: string | undefined): [string, string, () => void] => [
    label,
    name ?? '',
    () => openContact(pane, id),
  ];
  const ofLog = (label: string, name: string, filter: LogFilter): [string, string, () => void] => [
    label,
    name,
    () => pane.openLog(filter),
  ];
  const words = (field: 'templateCode' | 'groupCode' | 'salespersonCode' | 'campaignCode') =>
    fieldInWords(field, entry[field], pane, zone);
  const { templateCode, groupCode, salespersonCode, campaignCode } = entry;
  const links = [
    ofContact(t.contact, contactId, names?.contact),
    ...(companyId === null || companyId === contactId ? [] : [ofContact(t.company, companyId, names?.company)]),
    ofLog(payload.fields.templateCode, words('templateCode'), { template: templateCode }),
    ofLog(payload.fields.groupCode, words('groupCode'), { group: groupCode }),
    ofLog(payload.fields.salespersonCode, words('salespersonCode'), {
      salesperson: salespersonCode,
    }),
    ...(campaignCode === null
      ? []
      : [ofLog(payload.fields.campaignCode, words('campaignCode'), { campaign: campaignCode })]),
  ];
  return (
    <dl class="facts entry-links" aria-label={t.heading}>
      {links
        .filter(([, name]) => name !== '')
        .map(([label, name, open]) => (
          <div class="fact" key={label}>
            <dt>{label}</dt>
            <dd>
              <Button kind="link" class="flush" onClick={open}>
                {name}
              </Button>
            </dd>
          </div>
        ))}
    </dl>
  );
}
