import { StoredNow, storedNow } from '../set-up/stored-now.tsx';
import { useMessages, usePane } from '../state/pane-context.ts';
import { useWatch } from '../state/use-watch.ts';
import type { ContactDraft } from './contact-draft.ts';
import { languageName } from './language-name.ts';
import { useContactTexts } from './use-contact-texts.ts';

/** What a contact is by now, where that differs from what is typed. */
export function ContactNow({ stored, typed }: { stored: ContactDraft; typed: ContactDraft }) {
  const pane = usePane();
  const t = useMessages();
  const { form, page } = useContactTexts();
  const { companyId } = stored;
  const company = useWatch(`now of ${companyId}`, async (reader) => companyId && (await reader.contact(companyId)));
  const inLine = (lines: string) => lines.replaceAll('\n', ', ');
  return (
    <StoredNow
      values={storedNow(stored, typed, {
        name: [form.name, stored.name],
        companyId: [page.company, company ? company.name : ''],
        email: [page.email, stored.email],
        otherEmails: [form.otherEmails, inLine(stored.otherEmails)],
        phones: [page.phones, inLine(stored.phones)],
        domains: [form.domains, inLine(stored.domains)],
        salespersonCode: [page.salesperson, stored.salespersonCode ?? ''],
        language: [page.language, stored.language && languageName(stored.language, pane.language.value)],
        correspondenceType: [page.correspondence, t.form.types[stored.correspondenceType]],
        privacyBlocked: [form.privacyBlocked, stored.privacyBlocked ? t.payload.yes : t.payload.no],
      })}
    />
  );
}
