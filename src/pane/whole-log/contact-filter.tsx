import './whole-log.css';
import type { ContactId } from '../../domain/ids.ts';
import { Button } from '../components/button.tsx';
import { CloseIcon } from '../icons/icons.tsx';
import { ContactSearch } from '../search/contact-search.tsx';
import { useWatch } from '../state/use-watch.ts';

/** The contact or company of a filter: searched, shown by name, and taken away again. */
export function ContactFilter({
  label,
  clear,
  contact: id,
  change,
}: {
  label: string;
  clear: (name: string) => string;
  contact: ContactId | undefined;
  change: (contact: ContactId | undefined) => void;
}) {
  const contact = useWatch(`filter of ${id}`, async (reader) => (id ? await reader.contact(id) : undefined));
  if (id === undefined) return <ContactSearch label={label} pick={({ contact: found }) => change(found.id)} />;
  const name = contact?.name ?? label;
  return (
    <p class="contact-filter">
      <strong>{name}</strong>
      <Button
        kind="subtle"
        icon={<CloseIcon />}
        aria-label={clear(name)}
        title={clear(name)}
        onClick={() => change(undefined)}
      />
    </p>
  );
}
