import { useState } from 'preact/hooks';
import { describe } from '../../domain/template-defaults.ts';
import type { Setup } from '../../store/local-store.ts';
import { SelectField } from '../components/field.tsx';
import { usePane } from '../state/pane-context.ts';
import { StatisticsPart } from './statistics-part.tsx';
import { useSetUpTexts } from './use-texts.ts';

/** What was logged with each template or group. Deleted ones keep their name here, for entries keep their codes. */
export function SetUpStatistics({ setup }: { setup: Setup }) {
  const pane = usePane();
  const t = useSetUpTexts();
  const [by, setBy] = useState<'template' | 'group'>('template');
  const rows = by === 'template' ? setup.templates : setup.groups;
  const nameOf = (code: string) => {
    const row = rows.find(({ id }) => id === code);
    return row ? describe(row, [pane.language.value]) : '';
  };
  return (
    <StatisticsPart by={by} nameOf={nameOf}>
      <SelectField
        label={t.statistics.by}
        value={by}
        options={[
          ['template', t.statistics.kinds.template],
          ['group', t.statistics.kinds.group],
        ]}
        choose={setBy}
      />
    </StatisticsPart>
  );
}
