import { isOffered } from '../../domain/offered.ts';
import { useTexts } from '../by-hand/use-texts.ts';
import { SelectField } from '../components/field.tsx';
import { useMessages, usePane } from '../state/pane-context.ts';
import type { LogSubject } from './log-subject.ts';

/** The campaign that the interaction belongs to, where there are any, and whether it was aimed at the contact or answers it. */
export function CampaignField({ subject }: { subject: LogSubject }) {
  const { setup } = usePane();
  const { byHand } = useTexts();
  const { payload } = useMessages();
  const { campaignCode, campaignTarget, campaignResponse } = subject.form.value;
  const campaigns = (setup.value?.campaigns ?? []).filter((one) => isOffered(one) || one.id === campaignCode);
  if (campaigns.length === 0) return null;
  return (
    <div class="wide">
      <SelectField
        label={byHand.campaign}
        value={(campaignCode ?? '') as string}
        options={[['', byHand.noCampaign], ...campaigns.map((one) => [one.id as string, one.description] as const)]}
        choose={(code) =>
          subject.change({
            campaignCode: campaigns.find(({ id }) => id === code)?.id ?? null,
            // They were said of the other campaign.
            ...{ campaignTarget: undefined, campaignResponse: undefined },
          })
        }
      />
      {campaignCode !== null && (
        <>
          <Check
            label={payload.fields.campaignTarget}
            checked={campaignTarget}
            choose={(is) => subject.change({ campaignTarget: is })}
          />
          <Check
            label={payload.fields.campaignResponse}
            checked={campaignResponse}
            choose={(is) => subject.change({ campaignResponse: is })}
          />
        </>
      )}
    </div>
  );
}

function Check({ label, checked, choose }: { label: string; checked: boolean; choose: (is: boolean) => void }) {
  return (
    <label class="person-label">
      <input
        type="checkbox"
        class="checkbox"
        checked={checked}
        onChange={(event) => choose(event.currentTarget.checked)}
      />
      {label}
    </label>
  );
}
