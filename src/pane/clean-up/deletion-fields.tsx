import { TextField } from '../components/field.tsx';
import { CodeField } from '../whole-log/code-field.tsx';
import { ContactFilter } from '../whole-log/contact-filter.tsx';
import type { DeletionFault, TypedDeletion } from './deletion-filter.ts';
import { useCleanUpTexts } from './use-clean-up-texts.ts';

/** The filter of a deletion: every part narrows it (`domain.md` §9). */
export function DeletionFields({
  typed,
  faults,
  change,
}: {
  typed: TypedDeletion;
  faults: readonly DeletionFault[];
  change: (typed: TypedDeletion) => void;
}) {
  const { filter: t } = useCleanUpTexts();
  const hasBadDates = faults.includes('dates');
  const day = (side: 'from' | 'to', hint?: string) => (
    <TextField
      label={t[side]}
      type="date"
      value={typed[side]}
      aria-invalid={hasBadDates}
      hint={hint}
      onInput={(event) => change({ ...typed, [side]: event.currentTarget.value })}
    />
  );
  const codes = { filter: typed, change, none: t.all };
  return (
    <>
      <ContactFilter
        label={t.contact}
        clear={t.clear}
        contact={typed.contact}
        change={(contact) => change({ ...typed, contact })}
      />
      <div class="more">
        {day('from')}
        {day('to', hasBadDates ? t.badDates : undefined)}
        <CodeField part="template" label={t.template} {...codes} />
        <CodeField part="group" label={t.group} {...codes} />
        <CodeField part="salesperson" label={t.salesperson} {...codes} />
        <CodeField part="campaign" label={t.campaign} {...codes} />
        <TextField
          label={t.entryNo}
          inputMode="numeric"
          maxLength={9}
          value={typed.entryNo}
          aria-invalid={faults.includes('entryNo')}
          hint={faults.includes('entryNo') ? t.badEntryNo : undefined}
          onInput={(event) => change({ ...typed, entryNo: event.currentTarget.value })}
        />
      </div>
    </>
  );
}
