import { useState } from 'preact/hooks';
import type { ContactId } from '../../domain/ids.ts';
import { isOffered } from '../../domain/offered.ts';
import { Button } from '../components/button.tsx';
import { ContactSearch } from '../search/contact-search.tsx';
import type { ContactHit } from '../search/find-contacts.ts';
import { useKeptDraft } from '../state/kept-draft.ts';
import { usePane } from '../state/pane-context.ts';
import { useWatch } from '../state/use-watch.ts';
import { NewCompany } from './new-company.tsx';
import { useContactTexts } from './use-contact-texts.ts';

/** The company of a person: found among those that are there, or made here. */
export function CompanyField({
  companyId,
  draftKey,
  isUnfinished,
  choose,
}: {
  companyId: ContactId | null;
  /** Under which a company that is being entered is kept. */
  draftKey: string | undefined;
  /** The person was to be saved while a company was being entered. */
  isUnfinished: boolean;
  choose: (id: ContactId | null) => void;
}) {
  const { device } = usePane().services;
  const { form, page } = useContactTexts();
  const { kept, drop } = useKeptDraft(draftKey);
  const [isNew, setNew] = useState(kept !== undefined);
  /** Why what was picked is of no use. */
  const [useless, setUseless] = useState('');
  const company = useWatch(`company ${companyId}`, async (reader) => companyId && (await reader.contact(companyId)));
  const leave = () => {
    drop();
    setNew(false);
  };
  const take = (id: ContactId) => {
    setUseless('');
    leave();
    choose(id);
  };
  const pick = async ({ contact, companyName }: ContactHit) => {
    const isCompany = contact.type === 'company';
    const id = isCompany ? contact.id : contact.companyId;
    const chosen = id === null ? undefined : await device.store.contact(id);
    if (chosen && isOffered(chosen)) take(chosen.id);
    else setUseless(form.companyGone(isCompany ? contact.name : companyName));
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
        <NewCompany draftKey={draftKey} isUnfinished={isUnfinished} done={take} leave={leave} />
      ) : (
        <>
          <ContactSearch label={form.chooseCompany} offers="companies" pick={(hit) => void pick(hit)} />
          {useless !== '' && (
            <p class="fault" role="alert">
              {useless}
            </p>
          )}
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
