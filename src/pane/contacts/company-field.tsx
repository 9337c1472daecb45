import { useState } from 'preact/hooks';
import type { Contact } from '../../domain/contact.ts';
import type { ContactId } from '../../domain/ids.ts';
import { isOffered } from '../../domain/offered.ts';
import { Button } from '../components/button.tsx';
import { ContactSearch } from '../search/contact-search.tsx';
import { useKeptDraft } from '../state/kept-draft.ts';
import { usePane } from '../state/pane-context.ts';
import { useWatch } from '../state/use-watch.ts';
import { NewCompany } from './new-company.tsx';
import { useContactTexts } from './use-contact-texts.ts';

/** The company of a person: found among those that are there, or made here. */
export function CompanyField({
  companyId,
  draftKey,
  choose,
}: {
  companyId: ContactId | null;
  /** Under which a company that is being entered is kept. */
  draftKey: string | undefined;
  choose: (id: ContactId | null) => void;
}) {
  const { device } = usePane().services;
  const { form, page } = useContactTexts();
  const { kept, drop } = useKeptDraft(draftKey);
  const [isNew, setNew] = useState(kept !== undefined);
  const company = useWatch(`company ${companyId}`, async (reader) => companyId && (await reader.contact(companyId)));
  const leave = () => {
    drop();
    setNew(false);
  };
  const take = (id: ContactId) => {
    leave();
    choose(id);
  };
  const pick = async (found: Contact) => {
    const id = found.type === 'company' ? found.id : found.companyId;
    const chosen = id === null ? undefined : await device.store.contact(id);
    if (chosen && isOffered(chosen)) take(chosen.id);
  };
  return (
    <div class="field">
      <span class="field-label">{page.company}</span>
      {companyId !== null ? (
        <div class="chosen-company">
          <span>{company ? company.name : ''}</span>
          <Button kind="link" onClick={() => choose(null)}>
            {form.removeCompany}
          </Button>
        </div>
      ) : isNew ? (
        <NewCompany draftKey={draftKey} done={take} leave={leave} />
      ) : (
        <>
          <ContactSearch label={form.chooseCompany} pick={({ contact }) => void pick(contact)} />
          <div>
            <Button kind="link" class="flush" onClick={() => setNew(true)}>
              {form.newCompany}
            </Button>
          </div>
        </>
      )}
    </div>
  );
}
