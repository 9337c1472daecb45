import { useState } from 'preact/hooks';
import type { ContactId } from '../../domain/ids.ts';
import { Tabs } from '../components/tabs.tsx';
import type { FormPerson } from '../log-view/form-people.ts';
import { useMessages } from '../state/pane-context.ts';
import { ContactHistory } from './contact-history.tsx';

/** The history of everybody on the form who is a contact: tabs when they are several. */
export function PeopleHistory({ people }: { people: readonly FormPerson[] }) {
  const t = useMessages();
  const [wanted, setWanted] = useState<ContactId>();
  const known = people.flatMap(({ contact }) => (contact ? [contact] : []));
  const shown = known.find(({ id }) => id === wanted) ?? known[0];
  if (!shown) return null;
  const isNamed = known.length > 1;
  const history = <ContactHistory key={shown.id} contactId={shown.id} name={shown.name} isNamed={isNamed} />;
  return (
    <section class="block history" aria-label={t.history.heading}>
      {known.length === 1 ? (
        history
      ) : (
        <Tabs
          label={t.history.tabs}
          tabs={known.map(({ id, name }) => [id, name] as const)}
          chosen={shown.id}
          choose={setWanted}
        >
          {history}
        </Tabs>
      )}
    </section>
  );
}
