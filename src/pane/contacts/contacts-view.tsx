import './contacts.css';
import { useMemo, useState } from 'preact/hooks';
import type { Contact } from '../../domain/contact.ts';
import { isOffered } from '../../domain/offered.ts';
import { Button } from '../components/button.tsx';
import { Skeleton } from '../components/skeleton.tsx';
import { PlusIcon } from '../icons/icons.tsx';
import { ContactSearch } from '../search/contact-search.tsx';
import { useMessages, usePane } from '../state/pane-context.ts';
import { useWatch } from '../state/use-watch.ts';
import { openContact, openNewContact } from './contact-place.ts';
import { createBreathe } from './files/in-slices.ts';
import { useContactTexts } from './use-contact-texts.ts';

const pageSize = 60;

/** All contacts that this device holds, by name; the ways to make, import and export them. */
export function ContactsView() {
  const pane = usePane();
  const t = useMessages();
  const texts = useContactTexts();
  const [limit, setLimit] = useState(pageSize);
  const all = useWatch('contacts', (reader) => reader.contacts());
  const language = pane.language.value;
  const list = useMemo(() => byName(all ?? [], language), [all, language]);
  return (
    <div class="view">
      <h1 class="title">{texts.list.heading}</h1>
      <ContactSearch label={t.search.label} pick={({ contact }) => openContact(pane, contact.id)} />
      <div class="actions">
        <Button kind="primary" icon={<PlusIcon />} onClick={() => openNewContact(pane)}>
          {texts.list.create}
        </Button>
        <Button onClick={() => (pane.view.value = 'import')}>{texts.list.bring}</Button>
      </div>
      {!all && <Skeleton rows={8} label={t.pane.loading} />}
      {all && list.length === 0 && <p>{texts.list.empty}</p>}
      <ul class="rows">
        {list.slice(0, limit).map(({ contact, companyName }) => (
          <li key={contact.id}>
            <button type="button" class="contact-line" onClick={() => openContact(pane, contact.id)}>
              <span>{contact.name}</span>
              <span class="hint">{companyName || contact.email || texts.page.types[contact.type]}</span>
            </button>
          </li>
        ))}
      </ul>
      {list.length > limit && (
        <Button kind="link" onClick={() => setLimit(limit + pageSize)}>
          {texts.list.more}
        </Button>
      )}
      {all && list.length > 0 && <Export contacts={all} count={list.length} />}
    </div>
  );
}

function byName(contacts: readonly Contact[], language: string): { contact: Contact; companyName: string }[] {
  const collator = new Intl.Collator(language);
  const names = new Map(contacts.map(({ id, name }) => [id, name]));
  return contacts
    .filter(isOffered)
    .sort((a, b) => collator.compare(a.name, b.name))
    .map((contact) => ({
      contact,
      companyName: contact.companyId === null ? '' : (names.get(contact.companyId) ?? ''),
    }));
}

function Export({ contacts, count }: { contacts: readonly Contact[]; count: number }) {
  const pane = usePane();
  const texts = useContactTexts();
  const { clock, saveFile } = pane.services;
  const save = async (format: 'csv' | 'vcf') => {
    const breathe = createBreathe(clock, pane.signal);
    // A Finnish spreadsheet separates cells with semicolons.
    const delimiter = pane.language.value === 'fi' ? ';' : ',';
    const text =
      format === 'csv'
        ? await (await import('./files/export-csv.ts')).exportCsv(contacts, texts.exported, delimiter, breathe)
        : await (await import('./files/export-vcards.ts')).exportVcards(contacts, breathe);
    saveFile(`interlog-contacts-${pane.today.value}.${format}`, text);
    pane.announce(texts.list.exported(count));
  };
  return (
    <section class="group">
      <p class="hint">{texts.list.count(count)}</p>
      <div class="actions">
        <Button onClick={() => void save('csv')}>{texts.list.exportCsv}</Button>
        <Button onClick={() => void save('vcf')}>{texts.list.exportVcard}</Button>
      </div>
    </section>
  );
}
