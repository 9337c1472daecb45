import type { InteractionFields } from '../../domain/interaction-fields.ts';
import { isOffered } from '../../domain/offered.ts';
import { useTexts } from '../by-hand/use-texts.ts';
import { SelectField } from '../components/field.tsx';
import { useMessages, usePane } from '../state/pane-context.ts';

type Campaign = Pick<InteractionFields, 'campaignCode' | 'campaignTarget' | 'campaignResponse'>;

/**
 * The campaign that an interaction belongs to, where there are any, and whether it was aimed at the contact or answers it.
 * With another campaign nothing is known of either: that was said of the one before.
 */
export function CampaignField({
  chosen: { campaignCode, campaignTarget, campaignResponse },
  choose,
  mark,
}: {
  chosen: Campaign;
  choose: (code: Campaign['campaignCode']) => void;
  mark: (mark: Partial<Omit<Campaign, 'campaignCode'>>) => void;
}) {
  const { setup } = usePane();
  const { byHand } = useTexts();
  const { payload } = useMessages();
  const campaigns = (setup.value?.campaigns ?? []).filter((one) => isOffered(one) || one.id === campaignCode);
  if (campaigns.length === 0) return null;
  return (
    <div class="wide">
      <SelectField
        label={byHand.campaign}
        value={(campaignCode ?? '') as string}
        options={[['', byHand.noCampaign], ...campaigns.map((one) => [one.id as string, one.description] as const)]}
        choose={(code) => choose(campaigns.find(({ id }) => id === code)?.id ?? null)}
      />
      {campaignCode !== null && (
        <>
          <Check
            label={payload.fields.campaignTarget}
            checked={campaignTarget}
            choose={(is) => mark({ campaignTarget: is })}
          />
          <Check
            label={payload.fields.campaignResponse}
            checked={campaignResponse}
            choose={(is) => mark({ campaignResponse: is })}
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
