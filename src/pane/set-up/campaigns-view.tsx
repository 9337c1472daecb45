import { useState } from 'preact/hooks';
import type { Campaign } from '../../domain/campaign.ts';
import { isOffered } from '../../domain/offered.ts';
import type { Day } from '../../domain/time.ts';
import type { Setup } from '../../store/local-store.ts';
import { Button } from '../components/button.tsx';
import { Skeleton } from '../components/skeleton.tsx';
import { Tabs } from '../components/tabs.tsx';
import { useMessages, usePane } from '../state/pane-context.ts';
import { CampaignForm } from './campaign-form.tsx';
import { ChoiceRow } from './choice-row.tsx';
import { Split } from './split.tsx';
import { StatisticsPart } from './statistics-part.tsx';
import { useSetUpTexts } from './use-texts.ts';

/** Campaigns, and what was logged for each: how many interactions, and how many of them were answers to it. */
export function CampaignsView() {
  const pane = usePane();
  const t = useMessages();
  const words = useSetUpTexts();
  const [part, setPart] = useState<'list' | 'sums'>('list');
  const setup = pane.setup.value;
  const isAdmin = pane.services.device.account.role === 'admin';
  return (
    <div class="view view-wide">
      <h1 class="title">{words.campaigns.heading}</h1>
      {!isAdmin && <p class="hint">{words.templates.readOnly}</p>}
      {!setup && <Skeleton rows={5} label={t.pane.loading} />}
      {setup && (
        <Tabs
          label={words.campaigns.heading}
          tabs={[
            ['list', words.campaigns.heading],
            ['sums', words.campaigns.sums],
          ]}
          chosen={part}
          choose={setPart}
        >
          {part === 'list' && <CampaignList setup={setup} />}
          {part === 'sums' && (
            <StatisticsPart
              by="campaign"
              withResponses
              nameOf={(code) => setup.campaigns.find(({ id }) => id === code)?.description ?? ''}
            />
          )}
        </Tabs>
      )}
    </div>
  );
}

function CampaignList({ setup }: { setup: Setup }) {
  const pane = usePane();
  const t = useSetUpTexts();
  const [chosen, setChosen] = useState<string>();
  const [isNew, setNew] = useState(false);
  const campaigns = setup.campaigns.filter(isOffered);
  const campaign = campaigns.find(({ id }) => id === chosen);
  const isAdmin = pane.services.device.account.role === 'admin';
  const open = (code: string | undefined, fresh = false) => {
    setChosen(code);
    setNew(fresh);
  };
  return (
    <Split
      heading={campaign?.description ?? t.campaigns.new}
      back={t.campaigns.all}
      close={() => open(undefined)}
      list={
        <>
          {isAdmin && <Button onClick={() => open(undefined, true)}>{t.campaigns.new}</Button>}
          {campaigns.length === 0 && <p class="hint">{t.campaigns.none}</p>}
          <ul class="choices">
            {campaigns.map((one) => (
              <ChoiceRow
                key={one.id}
                code={one.id}
                text={one.description}
                more={t.campaigns[stateOf(one, pane.today.value)]}
                isChosen={one.id === chosen}
                choose={() => open(one.id)}
              />
            ))}
          </ul>
        </>
      }
      chosen={
        isNew || campaign ? (
          <CampaignForm
            key={campaign ? `${campaign.id} ${campaign.rev}` : 'new'}
            campaign={campaign}
            setup={setup}
            saved={(code) => open(code)}
            removed={() => open(undefined)}
          />
        ) : undefined
      }
    />
  );
}

function stateOf({ startsOn, endsOn }: Campaign, today: Day): 'ahead' | 'running' | 'over' {
  if (startsOn !== null && today < startsOn) return 'ahead';
  return endsOn !== null && endsOn < today ? 'over' : 'running';
}
