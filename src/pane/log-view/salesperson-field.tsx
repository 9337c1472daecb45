import type { SalespersonCode } from '../../domain/ids.ts';
import { isOffered } from '../../domain/offered.ts';
import { SelectField } from '../components/field.tsx';
import { useMessages, usePane } from '../state/pane-context.ts';

/** Who carries an interaction out; one who is there no more only where it is theirs. */
export function SalespersonField({
  code,
  choose,
}: {
  code: SalespersonCode | null;
  choose: (code: SalespersonCode) => void;
}) {
  const { setup } = usePane();
  const t = useMessages();
  const salespeople = (setup.value?.salespeople ?? []).filter((one) => isOffered(one) || one.id === code);
  return (
    <SelectField
      label={t.payload.fields.salespersonCode}
      value={(code ?? '') as string}
      options={[
        ...(code === null ? [['', t.form.none] as const] : []),
        ...salespeople.map(({ id, name }) => [id as string, name] as const),
      ]}
      choose={(chosen) => {
        const found = salespeople.find(({ id }) => id === chosen);
        if (found) choose(found.id);
      }}
    />
  );
}
