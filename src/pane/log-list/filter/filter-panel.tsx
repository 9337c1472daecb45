import { useState } from 'preact/hooks';
import * as v from 'valibot';
import type { LogFilter, LogFilterField } from '../../../domain/log-filter.ts';
import { TypedDay } from '../../../domain/time.ts';
import { SelectField, TextField } from '../../components/field.tsx';
import { ContactSearch } from '../../search/contact-search.tsx';
import { useMessages, usePane } from '../../state/pane-context.ts';
import { CodeField } from '../../whole-log/code-field.tsx';
import { useLogListTexts } from '../use-log-list-texts.ts';
import { withPart } from './filter-query.ts';
import { SavedFilterList } from './saved-filter-list.tsx';
import type { SavedFilter } from './saved-filters.ts';

/** Everything that can narrow the list; each choice counts at once. */
export function FilterPanel({
  id,
  ...saved
}: {
  id: string;
  saved: readonly SavedFilter[];
  setSaved: (saved: readonly SavedFilter[]) => void;
}) {
  const pane = usePane();
  const { logFilter, setup } = pane;
  const t = useLogListTexts();
  const { form, payload } = useMessages();
  const filter = logFilter.value;
  const set = <Field extends LogFilterField>(field: Field, value: LogFilter[Field] | undefined) => {
    logFilter.value = withPart(logFilter.peek(), field, value);
  };
  /** Days as they stand in their fields while they are none that can be meant: of a year, its first digits. */
  const [typed, setTyped] = useState<{ from?: string; to?: string }>({});
  const isReversed = filter.from !== undefined && filter.to !== undefined && filter.from > filter.to;
  // What is set elsewhere, such as by a chip, counts over digits that were left.
  const half = (field: 'from' | 'to') => (filter[field] === undefined ? typed[field] : undefined);
  const days = (field: 'from' | 'to', hint?: string) => (
    <TextField
      label={t.filter.fields[field]}
      type="date"
      value={filter[field] ?? half(field) ?? ''}
      aria-invalid={isReversed || half(field) !== undefined}
      hint={half(field) === undefined ? hint : form.cannot.date}
      onInput={(event) => {
        const text = event.currentTarget.value;
        const day = v.safeParse(TypedDay, text);
        const { [field]: _before, ...other } = typed;
        setTyped(day.success || text === '' ? other : { ...other, [field]: text });
        set(field, day.success ? day.output : undefined);
      }}
    />
  );
  const choice = <Field extends LogFilterField>(
    field: Field,
    options: readonly (readonly [NonNullable<LogFilter[Field]>, string])[],
  ) => (
    <SelectField<string>
      label={t.filter.fields[field]}
      value={filter[field] ?? ''}
      options={[['', t.filter.any], ...options]}
      choose={(chosen) => set(field, options.find(([value]) => value === chosen)?.[0])}
    />
  );
  const code = (part: 'salesperson' | 'template' | 'group' | 'campaign') => (
    <CodeField
      part={part}
      label={t.filter.fields[part]}
      none={t.filter.any}
      filter={filter}
      change={(next) => set(part, next[part])}
    />
  );
  return (
    <section class="filter-panel" id={id} aria-label={t.filter.open}>
      <div class="wide">
        <ContactSearch label={t.filter.fields.contact} pick={({ contact }) => set('contact', contact.id)} />
      </div>
      {days('from')}
      {days('to', isReversed ? t.filter.badDates : undefined)}
      {choice('status', [
        ['recorded', t.filter.statuses.recorded],
        ['attempt-failed', t.filter.statuses['attempt-failed']],
        ['canceled', t.filter.statuses.canceled],
        ['counted', t.filter.statuses.counted],
      ])}
      {code('salesperson')}
      {code('template')}
      {code('group')}
      {choice(
        'evaluation',
        (['very-positive', 'positive', 'neutral', 'negative', 'very-negative', 'none'] as const).map(
          (one) => [one, form.evaluations[one === 'none' ? '' : one]] as const,
        ),
      )}
      {choice('flow', [
        ['outbound', form.flows.outbound],
        ['inbound', form.flows.inbound],
        ['none', t.filter.none],
      ])}
      {choice(
        'origin',
        (['hand', 'mail', 'meeting', 'automatic'] as const).map((one) => [one, payload.origins[one]] as const),
      )}
      {(filter.campaign !== undefined || (setup.value?.campaigns.length ?? 0) > 0) && code('campaign')}
      <div class="wide">
        <SavedFilterList {...saved} />
      </div>
    </section>
  );
}
