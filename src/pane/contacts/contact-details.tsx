import './contacts.css';
import { useRef, useState } from 'preact/hooks';
import type { Contact } from '../../domain/contact.ts';
import type { ContactId } from '../../domain/ids.ts';
import { isOffered } from '../../domain/offered.ts';
import { Banner } from '../components/banner.tsx';
import { Button } from '../components/button.tsx';
import { Chip } from '../components/chip.tsx';
import { Skeleton } from '../components/skeleton.tsx';
import { useDirectory } from '../directory/use-directory.ts';
import { HistoryList, OwnHistory } from '../history/contact-history.tsx';
import { type History, useHistory } from '../history/use-history.ts';
import { PenIcon, PlusIcon } from '../icons/icons.tsx';
import { OpenLogLink } from '../log-list/open-log-link.tsx';
import { useKeptDraft } from '../state/kept-draft.ts';
import { useMessages, usePane } from '../state/pane-context.ts';
import { performAct } from '../state/perform-act.ts';
import { useWatch } from '../state/use-watch.ts';
import { ContactFacts } from './contact-facts.tsx';
import { ContactNumbers } from './contact-numbers.tsx';
import { openContact, openNewContact } from './contact-place.ts';
import { DataSubject } from './data-subject.tsx';
import { DeleteContact } from './delete-contact.tsx';
import { draftKeyOf, EditContact } from './edit-contact.tsx';
import { EraseContact } from './erase-contact.tsx';
import { MergeContacts } from './merge-contacts.tsx';
import { type ReadContact, readContact } from './read-contact.ts';
import { useContactTexts } from './use-contact-texts.ts';
import { useFoundFocus } from './use-found-focus.ts';

const peoplePage = 40;

type Mode = 'shown' | 'editing' | 'merging' | 'deleting' | 'erasing';

/** Who a contact is, whom it belongs to, what was done with it, and what can be done to it. */
export function ContactDetails({ contactId }: { contactId: ContactId }) {
  const t = useMessages();
  const texts = useContactTexts();
  // Its rows are what takes longest, and need nothing but the id: they are asked for first.
  const history = useHistory(contactId);
  const read = useWatch(`contact ${contactId}`, async (reader) => ({ found: await readContact(reader, contactId) }));
  const isBeingEdited = useKeptDraft(draftKeyOf(contactId)).kept !== undefined;
  const [mode, setMode] = useState<Mode>(isBeingEdited ? 'editing' : 'shown');
  const around = useRef<HTMLDivElement>(null);
  const last = useRef<ReadContact>(undefined);
  useFoundFocus(around, `${mode} ${read !== undefined}`);
  if (!read) return <Skeleton rows={7} label={t.pane.loading} />;
  // Who erases a person sees it to its end, though the person is gone from this device before.
  if (read.found) last.current = read.found;
  const found = read.found ?? (mode === 'erasing' ? last.current : undefined);
  if (!found) return <p class="hint">{texts.page.gone}</p>;
  const shown = () => setMode('shown');
  return (
    <div class="focus-place" tabIndex={-1} ref={around}>
      {mode === 'editing' && <EditContact contact={found.contact} leave={shown} />}
      {mode === 'merging' && <MergeContacts contact={found.contact} leave={shown} />}
      {mode === 'deleting' && <DeleteContact read={found} leave={shown} />}
      {mode === 'erasing' && <EraseContact contact={found.contact} leave={shown} />}
      {mode === 'shown' && <Shown read={found} history={history} setMode={setMode} />}
    </div>
  );
}

function Shown({ read, history, setMode }: { read: ReadContact; history: History; setMode: (mode: Mode) => void }) {
  const pane = usePane();
  const texts = useContactTexts();
  const { contact, company, merged } = read;
  const isGone = !isOffered(contact);
  return (
    <div class="view">
      <div class="contact-head">
        <div class="contact-title">
          <h1 class="title">{contact.name}</h1>
          {contact.type === 'company' && <Chip>{texts.page.types.company}</Chip>}
          {contact.privacyBlocked && <Chip tone="warning">{texts.page.blocked}</Chip>}
        </div>
        {company && (
          <p>
            <Button kind="link" class="flush" onClick={() => openContact(pane, company.id)}>
              {company.name}
            </Button>
          </p>
        )}
        {contact.privacyBlocked && <p class="hint">{texts.page.blockedHelp}</p>}
      </div>
      <WhereItWent read={read} />
      {!isGone && (
        <div class="actions">
          <Button icon={<PenIcon />} onClick={() => setMode('editing')}>
            {texts.page.edit}
          </Button>
          <Button kind="subtle" onClick={() => setMode('merging')}>
            {texts.page.merge}
          </Button>
          <Button kind="subtle" onClick={() => setMode('deleting')}>
            {texts.page.delete}
          </Button>
        </div>
      )}
      <ContactFacts contact={contact} />
      {contact.type === 'company' && <People company={contact} />}
      {merged.length > 0 && (
        <section class="contact-section" aria-label={texts.page.merged}>
          <h2 class="heading">{texts.page.merged}</h2>
          <ContactLines contacts={merged} />
        </section>
      )}
      {/* What is counted over all entries comes after the first of them. */}
      {!isGone && history.entries && <ContactNumbers contact={contact} />}
      {!isGone && <OpenLogLink filter={{ contact: contact.id }} />}
      <DataSubject contact={contact} erase={() => setMode('erasing')} />
      <section class="block history">
        {isGone ? (
          <OwnHistory contactId={contact.id} name={texts.page.ownEntries} />
        ) : (
          <HistoryList contactId={contact.id} name={contact.name} history={history} />
        )}
      </section>
    </div>
  );
}

/** Those who belong to a company, and the way to one more. */
function People({ company }: { company: Contact }) {
  const pane = usePane();
  const texts = useContactTexts();
  const language = pane.language.value;
  const [limit, setLimit] = useState(peoplePage);
  const people = useDirectory(`${company.id} ${language} ${limit}`, (of) => of.peopleOf(company.id, language, limit));
  const { lines, count } = people?.value ?? { lines: [], count: 0 };
  return (
    <section class="contact-section" aria-label={texts.page.people}>
      <h2 class="heading">{texts.page.people}</h2>
      {people?.isWhole && count === 0 && <p class="hint">{texts.page.noPeople}</p>}
      <ContactLines contacts={lines.map(({ contact }) => contact)} />
      {count > lines.length && (
        <div>
          <Button kind="link" class="flush" onClick={() => setLimit(limit + peoplePage)}>
            {texts.list.more}
          </Button>
        </div>
      )}
      {!people?.isWhole && <Skeleton rows={2} label={texts.page.people} />}
      {isOffered(company) && (
        <div>
          <Button
            kind="link"
            class="flush"
            icon={<PlusIcon />}
            onClick={() => openNewContact(pane, { companyId: company.id })}
          >
            {texts.page.addPerson}
          </Button>
        </div>
      )}
    </section>
  );
}

/** Why a contact is offered nowhere any more, and the way back from a merge. */
function WhereItWent({ read: { contact, into } }: { read: ReadContact }) {
  const pane = usePane();
  const texts = useContactTexts();
  const open = into && <Button onClick={() => openContact(pane, into.id)}>{into.name}</Button>;
  if (contact.deleted)
    return (
      <Banner tone="info" title={texts.page.deleted} actions={open}>
        {texts.page.deletedHelp} {into && texts.page.readAt(into.name)}
      </Banner>
    );
  if (contact.mergedInto === null) return null;
  const separate = () => {
    const { device } = pane.services;
    const apart = { from: contact.id, into: null, outOf: contact.mergedInto, takesOver: null };
    const command = { ...device.envelope(), type: 'merge-contacts' as const, ...apart };
    return performAct(command, texts.page.separated(contact.name), pane);
  };
  return (
    <Banner
      tone="info"
      title={texts.page.mergedInto(into?.name ?? '')}
      actions={
        <>
          {open}
          <Button onClick={() => void separate()}>{texts.page.separate}</Button>
        </>
      }
    >
      {texts.page.mergedHelp}
    </Banner>
  );
}

function ContactLines({ contacts }: { contacts: readonly Contact[] }) {
  const pane = usePane();
  return (
    <ul class="rows">
      {contacts.map((one) => (
        <li key={one.id}>
          <button type="button" class="contact-line" onClick={() => openContact(pane, one.id)}>
            <span>{one.name}</span>
            {one.email !== '' && <span class="hint">{one.email}</span>}
          </button>
        </li>
      ))}
    </ul>
  );
}
