import { useTexts } from '../by-hand/use-texts.ts';
import { SelectField } from '../components/field.tsx';
import { useMessages, usePane } from '../state/pane-context.ts';
import type { LogSubject } from './log-subject.ts';

/** With several contacts: whether cost and minutes are each one's or all together's, and the numbers that follow. */
export function AmountsField({ subject }: { subject: LogSubject }) {
  const { format, setup } = usePane();
  const t = useMessages();
  const { byHand } = useTexts();
  const { amounts, isShared, cannot } = subject.form.value;
  if (amounts.length < 2) return null;
  const currency = setup.value?.workspace?.currency;
  const inWords = ({ cost, minutes }: { cost: number; minutes: number }) =>
    [t.history.minutes(minutes), currency ? format.value.money(cost, currency) : format.value.number(cost)].join(' · ');
  const sum = amounts.reduce((all, one) => ({ cost: all.cost + one.cost, minutes: all.minutes + one.minutes }));
  const each = [...new Set(amounts.map(inWords))].join(' / ');
  return (
    <div class="wide">
      <SelectField
        label={byHand.amounts}
        value={isShared ? 'shared' : 'each'}
        options={[
          ['each', byHand.each],
          ['shared', byHand.shared],
        ]}
        choose={(how) => subject.change({ isShared: how === 'shared' })}
        hint={cannot === 'minutes' || cannot === 'cost' ? undefined : byHand.eachIs(each, inWords(sum))}
      />
    </div>
  );
}
