import type { LikelyDuplicate } from '../../domain/likely-duplicates.ts';
import { Banner } from '../components/banner.tsx';
import { Button } from '../components/button.tsx';
import { usePane } from '../state/pane-context.ts';
import { openContact } from './contact-place.ts';
import { useContactTexts } from './use-contact-texts.ts';

/** The contacts that may be the same as what is being typed, each with the reason and the way to it. */
export function LikelyDuplicates({ found }: { found: readonly LikelyDuplicate[] }) {
  const pane = usePane();
  const { duplicates: t } = useContactTexts();
  if (found.length === 0) return null;
  return (
    <Banner
      tone="warning"
      title={t.heading}
      actions={found.map(({ contact }) => (
        <Button key={contact.id} onClick={() => openContact(pane, contact.id)}>
          {t.open(contact.name)}
        </Button>
      ))}
    >
      {found.map(({ contact, why }) => (
        <span key={contact.id}>
          {t.has(contact.name, t.same[why])}
          <br />
        </span>
      ))}
    </Banner>
  );
}
