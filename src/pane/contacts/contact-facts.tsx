import type { Contact } from '../../domain/contact.ts';
import { useMessages, usePane } from '../state/pane-context.ts';
import { languageName } from './language-name.ts';
import { useContactTexts } from './use-contact-texts.ts';

/** What is known of a contact; what is not is left out. */
export function ContactFacts({ contact }: { contact: Contact }) {
  const pane = usePane();
  const t = useMessages();
  const { page } = useContactTexts();
  const salesperson = pane.setup.value?.salespeople.find(({ id }) => id === contact.salespersonCode);
  const facts: [string, string][] = [
    [page.email, contact.email],
    [page.otherEmails, contact.otherEmails.join('\n')],
    [page.phones, contact.phones.join('\n')],
    [page.domains, contact.domains.join('\n')],
    [page.salesperson, salesperson?.name ?? contact.salespersonCode ?? ''],
    [page.language, languageName(contact.language, pane.language.value)],
    [page.correspondence, contact.correspondenceType === '' ? '' : t.form.types[contact.correspondenceType]],
    [page.no, contact.no === null ? '' : pane.format.value.number(contact.no)],
  ];
  const known = facts.filter(([, value]) => value !== '');
  if (known.length === 0) return null;
  return (
    <section aria-label={page.facts}>
      <dl class="facts">
        {known.map(([label, value]) => (
          <div class="fact" key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
