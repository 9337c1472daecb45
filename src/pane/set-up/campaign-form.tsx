import { useEffect, useRef, useState } from 'preact/hooks';
import * as v from 'valibot';
import type { Campaign } from '../../domain/campaign.ts';
import { isOffered } from '../../domain/offered.ts';
import { Day } from '../../domain/time.ts';
import type { Setup } from '../../store/local-store.ts';
import { Button } from '../components/button.tsx';
import { TextField } from '../components/field.tsx';
import { useMessages, usePane } from '../state/pane-context.ts';
import { fieldHint } from './field-error.tsx';
import { Remove } from './remove.tsx';
import { saveSetUp } from './save-set-up.ts';
import { codeError, type ErrorCode } from './template-draft.ts';
import { useDraft } from './use-draft.ts';
import { useSetUpTexts } from './use-texts.ts';

type Field = 'code' | 'description' | 'startsOn' | 'endsOn';
const fields: readonly Field[] = ['code', 'description', 'startsOn', 'endsOn'];

/** A campaign's code, description and days. */
export function CampaignForm({
  campaign,
  setup,
  saved,
  removed,
}: {
  campaign: Campaign | undefined;
  setup: Setup;
  saved: (code: string) => void;
  removed: () => void;
}) {
  const pane = usePane();
  const t = useMessages();
  const words = useSetUpTexts();
  const [draft, change] = useDraft<Record<Field, string>>({
    code: campaign?.id ?? '',
    description: campaign?.description ?? '',
    startsOn: campaign?.startsOn ?? '',
    endsOn: campaign?.endsOn ?? '',
  });
  const [errors, setErrors] = useState<Partial<Record<Field, string>>>({});
  const [removal, setRemoval] = useState<string>();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [errors]);
  const isAdmin = pane.services.device.account.role === 'admin';
  const users = setup.templates.filter((one) => isOffered(one) && one.campaignCode === campaign?.id);

  const check = (): Partial<Record<Field, ErrorCode>> => {
    const found: Partial<Record<Field, ErrorCode>> = {};
    const code = campaign ? undefined : codeError(draft.code, 20, setup.campaigns);
    if (code) found.code = code;
    if (draft.description.trim() === '') found.description = 'text-missing';
    for (const day of ['startsOn', 'endsOn'] as const)
      if (draft[day] !== '' && !v.is(Day, draft[day])) found[day] = 'not-day';
    if (draft.startsOn !== '' && draft.endsOn !== '' && draft.endsOn < draft.startsOn)
      found.endsOn = 'ends-before-start';
    return found;
  };
  const save = async () => {
    const found = check();
    setErrors(Object.fromEntries(Object.entries(found).map(([field, code]) => [field, words.errors[code]])));
    if (Object.keys(found).length > 0) return pane.announce(words.notSaved);
    const refused = await saveSetUp(pane, {
      what: 'campaign',
      code: draft.code,
      fields: { description: draft.description, startsOn: draft.startsOn || null, endsOn: draft.endsOn || null },
    });
    if (refused) {
      const field = fields.find((one) => one === refused.field) ?? 'code';
      return setErrors({ [field]: t.problems[refused.code].what });
    }
    saved(draft.code.trim().toUpperCase());
  };
  const remove = async () => {
    if (!campaign) return;
    const refused = await saveSetUp(pane, { what: 'delete-campaign', code: campaign.id });
    if (refused) return setRemoval(t.problems[refused.code].what);
    removed();
  };
  const typed = (field: Field, help?: string) => ({
    value: draft[field],
    'aria-invalid': errors[field] !== undefined,
    hint: fieldHint(errors[field], help),
    onInput: (event: { currentTarget: HTMLInputElement }) => change({ [field]: event.currentTarget.value }),
  });
  return (
    <form
      ref={form}
      class="set-up-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <fieldset class="leave-out set-up-fields" disabled={!isAdmin}>
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
      </fieldset>
      {users.length > 0 && <p class="hint">{words.campaigns.usedBy(users.map(({ id }) => id).join(', '))}</p>}
      {isAdmin && (
        <div class="actions">
          <Button kind="primary" type="submit">
            {words.campaigns.save}
          </Button>
        </div>
      )}
      {isAdmin && campaign && (
        <Remove
          label={words.campaigns.remove}
          question={words.removing.campaign(campaign.id)}
          error={removal}
          remove={remove}
        />
      )}
    </form>
  );
}
