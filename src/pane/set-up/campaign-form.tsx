import { useState } from 'preact/hooks';
import * as v from 'valibot';
import type { Campaign } from '../../domain/campaign.ts';
import { isOffered } from '../../domain/offered.ts';
import { TypedDay } from '../../domain/time.ts';
import type { Setup } from '../../store/local-store.ts';
import { TextField } from '../components/field.tsx';
import { OpenLogLink } from '../log-list/open-log-link.tsx';
import { useMessages, usePane } from '../state/pane-context.ts';
import { fieldHint } from './field-error.tsx';
import { Remove } from './remove.tsx';
import { type Mending, type NotSaved, saveSetUp, seen } from './save-set-up.ts';
import { SetUpForm } from './set-up-form.tsx';
import { storedNow } from './stored-now.tsx';
import { codeError, type ErrorCode } from './template-draft.ts';
import { mended, useDraft } from './use-draft.ts';
import { useSetUpTexts } from './use-texts.ts';

type Field = 'code' | 'description' | 'startsOn' | 'endsOn';
const fields: readonly Field[] = ['code', 'description', 'startsOn', 'endsOn'];

type CampaignTexts = { description: string; startsOn: string | null; endsOn: string | null };

/** A campaign's code, description and days. */
export function CampaignForm({
  campaign,
  setup,
  saved,
  removed,
  mending,
}: {
  campaign: Campaign | undefined;
  setup: Setup;
  saved?: (code: string) => void;
  removed?: () => void;
  mending?: Mending<'campaign'>;
}) {
  const pane = usePane();
  const t = useMessages();
  const words = useSetUpTexts();
  const wanted = mending?.change;
  const id = campaign?.id ?? wanted?.code ?? '';
  const stored = draftOf(id, campaign);
  const over = useDraft(stored, seen(campaign), {
    key: mending?.draftKey ?? `campaign ${id}`,
    first: wanted && mended(stored, draftOf(id, wanted.fields), wanted.saw && draftOf(id, wanted.saw)),
  });
  const { fields: draft, change } = over;
  const [errors, setErrors] = useState<Partial<Record<Field, string>>>({});
  const [refusal, setRefusal] = useState<NotSaved>();
  const [removal, setRemoval] = useState<string>();
  const isAdmin = pane.services.device.account.role === 'admin';
  const users = setup.templates.filter((one) => isOffered(one) && one.campaignCode === campaign?.id);

  const check = (): Partial<Record<Field, ErrorCode>> => {
    const found: Partial<Record<Field, ErrorCode>> = {};
    const code = campaign ? undefined : codeError(draft.code, 20, setup.campaigns);
    if (code) found.code = code;
    if (draft.description.trim() === '') found.description = 'description-missing';
    for (const day of ['startsOn', 'endsOn'] as const)
      if (draft[day] !== '' && !v.is(TypedDay, draft[day])) found[day] = 'not-day';
    if (draft.startsOn !== '' && draft.endsOn !== '' && draft.endsOn < draft.startsOn)
      found.endsOn = 'ends-before-start';
    return found;
  };
  const save = async () => {
    const found = check();
    setErrors(Object.fromEntries(Object.entries(found).map(([field, code]) => [field, words.errors[code]])));
    if (Object.keys(found).length > 0) return pane.announce(words.notSaved);
    const asked = {
      what: 'campaign',
      code: draft.code,
      fields: { description: draft.description, startsOn: draft.startsOn || null, endsOn: draft.endsOn || null },
      saw: over.saw,
    } as const;
    const refused = await (mending ? mending.save(asked) : saveSetUp(pane, asked));
    const field = refused?.code === 'changed-meanwhile' ? undefined : fields.find((one) => one === refused?.field);
    setRefusal(field ? undefined : refused);
    if (!refused) {
      over.saved();
      return saved?.(draft.code.trim().toUpperCase());
    }
    if (field) setErrors({ [field]: t.problems[refused.code].what });
    if (refused.code === 'changed-meanwhile') over.look();
  };
  const remove = async () => {
    if (!campaign) return;
    if (users.length > 0) return setRemoval(words.removing.campaignUsed(users.map(({ id }) => id).join(', ')));
    const refused = await saveSetUp(pane, { what: 'delete-campaign', code: campaign.id });
    if (refused) return setRemoval(t.problems[refused.code].what);
    removed?.();
  };
  const typed = (field: Field, help?: string) => ({
    value: draft[field],
    'aria-invalid': errors[field] !== undefined,
    hint: fieldHint(errors[field], help),
    onInput: (event: { currentTarget: HTMLInputElement }) => change({ [field]: event.currentTarget.value }),
  });
  const now = storedNow(stored, draft, {
    description: [words.campaigns.description, stored.description],
    startsOn: [words.campaigns.startsOn, stored.startsOn],
    endsOn: [words.campaigns.endsOn, stored.endsOn],
  });
  return (
    <>
      <SetUpForm
        errors={errors}
        draft={over}
        refusal={refusal}
        isGone={campaign?.deleted === true}
        now={campaign ? now : []}
        button={words.campaigns.save}
        save={save}
        leave={mending?.leave}
        below={users.length > 0 && <p class="hint">{words.campaigns.usedBy(users.map(({ id }) => id).join(', '))}</p>}
      >
        <TextField
          label={words.campaigns.code}
          maxLength={20}
          spellcheck={false}
          readOnly={campaign !== undefined}
          {...typed('code', campaign ? undefined : words.campaigns.codeHelp)}
        />
        <TextField label={words.campaigns.description} maxLength={100} {...typed('description')} />
        <div class="pair">
          <TextField label={words.campaigns.startsOn} type="date" {...typed('startsOn')} />
          <TextField label={words.campaigns.endsOn} type="date" {...typed('endsOn')} />
        </div>
      </SetUpForm>
      {campaign && !mending && <OpenLogLink filter={{ campaign: campaign.id }} />}
      {isAdmin && campaign && !mending && (
        <Remove
          label={words.campaigns.remove}
          question={words.removing.campaign(campaign.id)}
          error={removal}
          remove={remove}
        />
      )}
    </>
  );
}

function draftOf(code: string, fields: CampaignTexts | undefined): Record<Field, string> {
  const { description = '', startsOn, endsOn } = fields ?? {};
  return { code, description, startsOn: startsOn ?? '', endsOn: endsOn ?? '' };
}
