import type { CorrespondenceType } from '../../domain/choices.ts';
import { correspondenceTypeFor } from '../../domain/template-defaults.ts';
import { SelectField, TextField } from '../components/field.tsx';
import { useMessages, usePane } from '../state/pane-context.ts';
import { AmountsField } from './amounts-field.tsx';
import { CampaignField } from './campaign-field.tsx';
import { LanguageField } from './language-field.tsx';
import type { LogSubject } from './log-subject.ts';
import { SalespersonField } from './salesperson-field.tsx';

const evaluations = ['', 'very-positive', 'positive', 'neutral', 'negative', 'very-negative'] as const;

/** What is folded at first: when, how long, at what cost, how it went and which way. `isByHand`: whether they were reached, and whose the amounts are, is asked above. */
export function MoreFields({ subject, isByHand = false }: { subject: LogSubject; isByHand?: boolean }) {
  const pane = usePane();
  const t = useMessages();
  const form = subject.form.value;
  const currency = pane.setup.value?.workspace?.currency ?? '';
  const { change } = subject;
  const types: CorrespondenceType[] = ['', 'hard-copy', 'email', 'fax'];
  const asForThem = form.chosen.map(({ contact }) => t.form.types[correspondenceTypeFor(form.template, contact)]);
  const theirs = [...new Set(asForThem)].join(', ') || t.form.none;
  const blank = form.chosen
    .filter((_, at) => form.correspondenceType && form.correspondenceTypes[at] === '')
    .map(({ name }) => name)
    .join(', ');
  return (
    <div class="more">
      <TextField
        label={t.form.date}
        type="date"
        required
        value={form.day}
        onInput={(event) => change({ day: event.currentTarget.value })}
      />
      <TextField
        label={t.form.time}
        type="time"
        value={form.time}
        hint={form.time === '' ? t.form.allDay : undefined}
        onInput={(event) => change({ time: event.currentTarget.value })}
      />
      <TextField
        label={t.form.minutes}
        inputMode="numeric"
        maxLength={7}
        value={form.minutes}
        onInput={(event) => change({ minutes: event.currentTarget.value })}
      />
      <TextField
        label={t.form.cost(currency)}
        inputMode="decimal"
        maxLength={14}
        value={form.cost}
        onInput={(event) => change({ cost: event.currentTarget.value })}
      />
      <SelectField
        label={t.form.evaluation}
        value={form.evaluation}
        options={evaluations.map((one) => [one, t.form.evaluations[one]] as const)}
        choose={(evaluation) => change({ evaluation })}
      />
      {!isByHand && (
        <SelectField
          label={t.form.reached}
          value={form.attemptFailed ? 'no' : 'yes'}
          options={[
            ['yes', t.form.wasReached],
            ['no', t.form.attemptFailed],
          ]}
          choose={(reached) => change({ attemptFailed: reached === 'no' })}
        />
      )}
      <SelectField
        label={t.form.flow}
        value={form.flow}
        options={(['', 'outbound', 'inbound'] as const).map((one) => [one, t.form.flows[one]] as const)}
        choose={(flow) => change({ flow })}
      />
      <SelectField
        label={t.form.initiatedBy}
        value={form.initiatedBy}
        options={(['', 'us', 'them'] as const).map((one) => [one, t.form.initiators[one]] as const)}
        choose={(initiatedBy) => change({ initiatedBy })}
      />
      <div class="wide">
        <SelectField
          label={t.form.correspondenceType}
          value={form.correspondenceType ?? 'contact'}
          options={[
            ['contact', t.form.correspondenceFromContact(form.chosen.length, theirs)],
            ...types.map((one) => [one, t.form.types[one]] as const),
          ]}
          hint={blank === '' ? undefined : t.form.correspondenceBlank(blank)}
          choose={(type) => change({ correspondenceType: type === 'contact' ? undefined : type })}
        />
      </div>
      <div class="wide">
        <SalespersonField code={form.salespersonCode} choose={(salespersonCode) => change({ salespersonCode })} />
      </div>
      <div class="wide">
        <LanguageField
          language={form.language}
          also={form.chosen.flatMap(({ contact }) => contact?.language ?? [])}
          choose={(language) => change({ language })}
        />
      </div>
      {!isByHand && <AmountsField subject={subject} />}
      <CampaignField
        chosen={form}
        choose={(campaignCode) => change({ campaignCode, campaignTarget: undefined, campaignResponse: undefined })}
        mark={change}
      />
    </div>
  );
}
