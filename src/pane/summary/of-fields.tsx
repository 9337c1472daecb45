import type { LogFilter } from '../../domain/log-filter.ts';
import { usePane } from '../state/pane-context.ts';
import { CodeField } from '../whole-log/code-field.tsx';
import { ContactFilter } from '../whole-log/contact-filter.tsx';
import { useSummaryTexts } from './use-summary-texts.ts';

/** Of what the summary is: a template, a salesperson, a campaign, a contact or company; or any of them together. */
export function OfFields({ filter, change }: { filter: LogFilter; change: (filter: LogFilter) => void }) {
  const { setup } = usePane();
  const { of: t } = useSummaryTexts();
  const part = { filter, change };
  return (
    <>
      <ContactFilter
        label={t.contact}
        clear={t.clear}
        contact={filter.contact}
        change={(contact) => change({ ...filter, contact })}
      />
      <div class="more">
        <CodeField part="template" label={t.template} none={t.everything} {...part} />
        <CodeField part="group" label={t.group} none={t.everything} {...part} />
        <CodeField part="salesperson" label={t.salesperson} none={t.everyone} {...part} />
        {(filter.campaign !== undefined || (setup.value?.campaigns.length ?? 0) > 0) && (
          <CodeField part="campaign" label={t.campaign} none={t.everything} {...part} />
        )}
      </div>
    </>
  );
}
