import { isOffered } from '../../domain/offered.ts';
import { useTexts } from '../by-hand/use-texts.ts';
import { SelectField } from '../components/field.tsx';
import { usePane } from '../state/pane-context.ts';
import type { LogSubject } from './log-subject.ts';

/** The campaign that the interaction belongs to, where there are any. */
export function CampaignField({ subject }: { subject: LogSubject }) {
  const { setup } = usePane();
  const { byHand } = useTexts();
  const { campaignCode } = subject.form.value;
  const campaigns = (setup.value?.campaigns ?? []).filter((one) => isOffered(one) || one.id === campaignCode);
  if (campaigns.length === 0) return null;
  return (
    <div class="wide">
      <SelectField
        label={byHand.campaign}
        value={(campaignCode ?? '') as string}
        options={[['', byHand.noCampaign], ...campaigns.map((one) => [one.id as string, one.description] as const)]}
        choose={(code) => subject.change({ campaignCode: campaigns.find(({ id }) => id === code)?.id ?? null })}
      />
    </div>
  );
}
