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
import { useChoice } from './use-choice.ts';
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
  const choice = useChoice();
  const campaigns = setup.campaigns.filter(isOffered);
  // One that a colleague deletes meanwhile stays open, with what was typed in it.
  const campaign = setup.campaigns.find(({ id }) => id === choice.code);
  const isAdmin = pane.services.device.account.role === 'admin';
  return (
    <Split
      heading={campaign?.description ?? t.campaigns.new}
      back={t.campaigns.all}
      said={choice.said}
      close={() => choice.open(undefined)}
      list={
        <>
          {isAdmin && <Button onClick={choice.openNew}>{t.campaigns.new}</Button>}
          {campaigns.length === 0 && <p class="hint">{t.campaigns.none}</p>}
          <ul class="choices">
            {campaigns.map((one) => (
              <ChoiceRow
                key={one.id}
                code={one.id}
                text={one.description}
                more={t.campaigns[stateOf(one, pane.today.value)]}
                isChosen={one.id === choice.code}
                choose={() => choice.open(one.id)}
              />
            ))}
          </ul>
        </>
      }
      chosen={
        choice.isNew || campaign ? (
          <CampaignForm
            key={campaign?.id ?? ''}
            campaign={campaign}
            setup={setup}
            saved={choice.saved}
            removed={choice.removed}
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
