import { SelectField, TextField } from '../components/field.tsx';
import { type ChosenPeriod, periods } from './period.ts';
import { useSummaryTexts } from './use-summary-texts.ts';

/** The choice of a period; own dates are typed. */
export function PeriodField({
  chosen,
  isValid,
  choose,
}: {
  chosen: ChosenPeriod;
  isValid: boolean;
  choose: (period: ChosenPeriod) => void;
}) {
  const { period: t } = useSummaryTexts();
  const day = (side: 'from' | 'to', hint?: string) => (
    <TextField
      label={t[side]}
      type="date"
      value={chosen[side]}
      aria-invalid={!isValid}
      hint={hint}
      onInput={(event) => choose({ ...chosen, [side]: event.currentTarget.value })}
    />
  );
  return (
    <>
      <SelectField
        label={t.label}
        value={chosen.period}
        options={periods.map((one) => [one, t[one]] as const)}
        choose={(period) => choose({ ...chosen, period })}
      />
      {chosen.period === 'own' && (
        <div class="pair">
          {day('from')}
          {day('to', isValid ? undefined : t.badDates)}
        </div>
      )}
    </>
  );
}
