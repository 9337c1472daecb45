import type { LogFilter } from '../../domain/log-filter.ts';
import { isOffered } from '../../domain/offered.ts';
import { describe } from '../../domain/template-defaults.ts';
import { Button } from '../components/button.tsx';
import { SelectField } from '../components/field.tsx';
import { CloseIcon } from '../icons/icons.tsx';
import { ContactSearch } from '../search/contact-search.tsx';
import { usePane } from '../state/pane-context.ts';
import { useWatch } from '../state/use-watch.ts';
import { useSummaryTexts } from './use-summary-texts.ts';

/** Of what the summary is: a template, a salesperson, a campaign, a contact or company; or any of them together. */
export function OfFields({ filter, change }: { filter: LogFilter; change: (filter: LogFilter) => void }) {
  const pane = usePane();
  const { of: t } = useSummaryTexts();
  const { templates, salespeople, campaigns } = pane.setup.value ?? { templates: [], salespeople: [], campaigns: [] };
  const choices = {
    template: templates
      .filter((one) => isOffered(one) || one.id === filter.template)
      .map((one) => [one.id, describe(one, [pane.language.value])] as const),
    salesperson: salespeople.map(({ id, name }) => [id, name] as const),
    campaign: campaigns
      .filter((one) => isOffered(one) || one.id === filter.campaign)
      .map(({ id, description }) => [id, description] as const),
  };
  const select = (part: keyof typeof choices, none: string) => (
    <SelectField
      label={t[part]}
      value={(filter[part] ?? '') as string}
      options={[['', none], ...choices[part]] as (readonly [string, string])[]} // codes are texts
      choose={(code) => {
        const { [part]: _, ...others } = filter;
        const found = choices[part].find(([id]) => id === code)?.[0];
        change(found === undefined ? others : { ...others, [part]: found });
      }}
    />
  );
  return (
    <>
      <OfContact filter={filter} change={change} />
      <div class="more">
        {select('template', t.everything)}
        {select('salesperson', t.everyone)}
        {campaigns.length > 0 && <div class="wide">{select('campaign', t.everything)}</div>}
      </div>
    </>
  );
}

function OfContact({ filter, change }: { filter: LogFilter; change: (filter: LogFilter) => void }) {
  const { of: t } = useSummaryTexts();
  const { contact: id, ...others } = filter;
  const contact = useWatch(`summary of ${id}`, async (reader) => (id ? await reader.contact(id) : undefined));
  if (id === undefined)
    return <ContactSearch label={t.contact} pick={({ contact: found }) => change({ ...others, contact: found.id })} />;
  const name = contact?.name ?? t.contact;
  return (
    <p class="summary-contact">
      <strong>{name}</strong>
      <Button
        kind="subtle"
        icon={<CloseIcon />}
        aria-label={t.clear(name)}
        title={t.clear(name)}
        onClick={() => change(others)}
      />
    </p>
  );
}
