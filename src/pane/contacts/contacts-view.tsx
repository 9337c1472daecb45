import './contacts.css';
import { useState } from 'preact/hooks';
import { Button } from '../components/button.tsx';
import { Skeleton } from '../components/skeleton.tsx';
import { allContacts } from '../directory/all-contacts.ts';
import { useDirectory } from '../directory/use-directory.ts';
import { PlusIcon } from '../icons/icons.tsx';
import { ContactSearch } from '../search/contact-search.tsx';
import { useMessages, usePane } from '../state/pane-context.ts';
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
  const language = pane.language.value;
  const answer = useDirectory(`${language} ${limit}`, (of) => of.byName(language, limit));
  // Where there is room, it stands beside the list.
  const place = pane.contactPlace.value;
  const shown = pane.view.value === 'contact' && 'show' in place ? place.show : undefined;
  // The first names of a part of all contacts are not the first names.
  const { lines, count } = answer?.isWhole ? answer.value : { lines: [], count: 0 };
  return (
    <div class="view">
      <h1 class="title">{texts.list.heading}</h1>
      {/* What is done with a contact begins with finding it. */}
      <div data-place="mergeContacts eraseContact">
        <ContactSearch label={t.search.label} pick={({ contact }) => openContact(pane, contact.id)} />
      </div>
      <div class="actions">
        <Button kind="primary" icon={<PlusIcon />} onClick={() => openNewContact(pane)}>
          {texts.list.create}
        </Button>
        <Button onClick={() => (pane.view.value = 'import')}>{texts.list.bring}</Button>
      </div>
      {!answer?.isWhole && <Skeleton rows={8} label={t.pane.loading} />}
      {answer?.isWhole && count === 0 && <p>{texts.list.empty}</p>}
      <ul class="rows">
        {lines.map(({ contact, companyName }) => (
          <li key={contact.id}>
            <button
              type="button"
              class="contact-line"
              aria-current={contact.id === shown ? 'true' : undefined}
              onClick={() => openContact(pane, contact.id)}
            >
              <span>{contact.name}</span>
              <span class="hint">{companyName || contact.email || texts.page.types[contact.type]}</span>
            </button>
          </li>
        ))}
      </ul>
      {count > lines.length && (
        <Button kind="link" onClick={() => setLimit(limit + pageSize)}>
          {texts.list.more}
        </Button>
      )}
      {count > 0 && <Export count={count} />}
    </div>
  );
}

function Export({ count }: { count: number }) {
  const pane = usePane();
  const texts = useContactTexts();
  const { clock, saveFile, device } = pane.services;
  const save = async (format: 'csv' | 'vcf') => {
    const contacts = await allContacts(device.store);
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
    <section class="group" data-place="exportContacts">
      <p class="hint">{texts.list.count(count)}</p>
      <div class="actions">
        <Button onClick={() => void save('csv')}>{texts.list.exportCsv}</Button>
        <Button onClick={() => void save('vcf')}>{texts.list.exportVcard}</Button>
      </div>
    </section>
  );
}
