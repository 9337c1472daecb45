import type { ContactId } from '../../domain/ids.ts';
import type { LikelyDuplicate } from '../../domain/likely-duplicates.ts';
import { Banner } from '../components/banner.tsx';
import { Button } from '../components/button.tsx';
import { useContactTexts } from './use-contact-texts.ts';

/** The contacts that may be the same as what is being typed, each with the reason and, where that loses nothing, the way to it. */
export function LikelyDuplicates({
  found,
  open,
}: {
  found: readonly LikelyDuplicate[];
  open: ((id: ContactId) => void) | undefined;
}) {
  const { duplicates: t } = useContactTexts();
  if (found.length === 0) return null;
  return (
    <Banner
      tone="warning"
      title={t.heading}
      actions={
        open &&
        found.map(({ contact }) => (
          <Button key={contact.id} onClick={() => open(contact.id)}>
            {t.open(contact.name)}
          </Button>
        ))
      }
    >
      {found.map(({ contact, why }) => (
        <span key={contact.id}>
          {t.has([contact.name, !open && contact.email].filter(Boolean).join(', '), t.same[why])}
          <br />
        </span>
      ))}
    </Banner>
  );
}
