import { useState } from 'preact/hooks';
import * as v from 'valibot';
import type { FinishPostponed } from '../../../domain/commands/finish-postponed.ts';
import type { LogInteraction } from '../../../domain/commands/log-interaction.ts';
import type { ContactId, TemplateCode } from '../../../domain/ids.ts';
import { instantAt } from '../../../domain/local-time.ts';
import { isOffered } from '../../../domain/offered.ts';
import { describe } from '../../../domain/template-defaults.ts';
import { Day, timeIn } from '../../../domain/time.ts';
import { Button } from '../../components/button.tsx';
import { SelectField, TextArea, TextField } from '../../components/field.tsx';
import { useMessages, usePane } from '../../state/pane-context.ts';
import { useWatch } from '../../state/use-watch.ts';
import { LeaveOut } from './leave-out.tsx';
import type { MendProps } from './mend-props.ts';

type Mended = LogInteraction | FinishPostponed;

/**
 * A refused interaction with the fields that can put it right: template, campaign, date, words, and whom to leave out. One of a
 * salesperson who is there no more becomes the user's own.
 */
export function MendInteraction({ command, send, leave }: MendProps<Mended>) {
  const pane = usePane();
  const t = useMessages();
  const { interaction } = command;
  const people = command.type === 'log-interaction' ? command.with : [command.perContact];
  const [templateCode, setTemplate] = useState<TemplateCode>(interaction.templateCode);
  const [campaignCode, setCampaign] = useState(interaction.campaignCode);
  const [day, setDay] = useState<string>(interaction.day);
  const [description, setDescription] = useState(interaction.description);
  const [note, setNote] = useState(interaction.note);
  const [leftOut, setLeftOut] = useState<readonly ContactId[]>([]);
  const templates = (pane.setup.value?.templates ?? []).filter(isOffered);
  const campaigns = (pane.setup.value?.campaigns ?? []).filter(isOffered);
  const campaign = campaigns.find(({ id }) => id === campaignCode);
  const salesperson = pane.setup.value?.salespeople.find(({ id }) => id === interaction.salespersonCode);
  const own = pane.services.device.account.salespersonCode;
  const salespersonCode = salesperson && isOffered(salesperson) ? salesperson.id : (own ?? interaction.salespersonCode);
  const named = useWatch(`mend ${command.id}`, (reader) =>
    Promise.all(
      people.map(async ({ contactId }) => ({ id: contactId, name: (await reader.contact(contactId))?.name ?? '' })),
    ),
  );
  const isIn = ({ contactId }: { contactId: ContactId }) => !leftOut.includes(contactId);
  const template = templates.find(({ id }) => id === templateCode);
  const parsedDay = v.safeParse(Day, day);
  const cannot = !template
    ? t.form.cannot.template
    : !parsedDay.success
      ? t.form.cannot.date
      : description.trim() === ''
        ? t.form.cannot.description
        : !people.some(isIn)
          ? t.form.cannot.nobody
          : undefined;

  const mended = (): Mended | undefined => {
    if (!template || !parsedDay.success || cannot !== undefined) return undefined;
    const { at, zone } = interaction;
    const moved =
      parsedDay.output === interaction.day || at === null ? at : instantAt(zone, parsedDay.output, timeIn(zone, at));
    const changed: LogInteraction['interaction'] = {
      ...interaction,
      templateCode: template.id,
      groupCode: template.groupCode,
      campaignCode: campaign?.id ?? null,
      salespersonCode,
      day: parsedDay.output,
      at: moved,
      description,
      note,
      level: note !== '' && interaction.level === 'details' ? 'note' : interaction.level,
    };
    return command.type === 'log-interaction'
      ? { ...command, interaction: changed, with: command.with.filter(isIn) }
      : { ...command, interaction: changed };
  };
  return (
    <form
      class="view"
      onSubmit={(event) => {
        event.preventDefault();
        const command = mended();
        if (command) void send(command);
      }}
    >
      <SelectField
        label={t.form.templateLabel}
        value={template ? (templateCode as string) : ''}
        options={[
          ...(template ? [] : [['', t.form.cannot.template] as const]),
          ...templates.map((one) => [one.id as string, describe(one, [pane.language.value])] as const),
        ]}
        choose={(code) => {
          const chosen = templates.find(({ id }) => id === code);
          if (chosen) setTemplate(chosen.id);
        }}
      />
      {interaction.campaignCode !== null && (
        <SelectField
          label={t.payload.fields.campaignCode}
          value={(campaign?.id ?? '') as string}
          options={[
            ['', t.payload.none] as const,
            ...campaigns.map((one) => [one.id as string, `${one.id} · ${one.description}`] as const),
          ]}
          choose={(code) => setCampaign(campaigns.find(({ id }) => id === code)?.id ?? null)}
        />
      )}
      <TextField label={t.form.date} type="date" value={day} onInput={(event) => setDay(event.currentTarget.value)} />
      <TextField
        label={t.form.description}
        maxLength={100}
        value={description}
        onInput={(event) => setDescription(event.currentTarget.value)}
      />
      <TextArea
        label={t.form.note}
        maxLength={10_000}
        value={note}
        onInput={(event) => setNote(event.currentTarget.value)}
      />
      <LeaveOut legend={t.people.heading} all={named ?? []} leftOut={leftOut} choose={setLeftOut} />
      {cannot && <p class="hint">{cannot}</p>}
      <div class="actions">
        <Button kind="primary" type="submit" aria-disabled={cannot !== undefined}>
          {t.attention.send}
        </Button>
        <Button kind="subtle" onClick={leave}>
          {t.attention.keep}
        </Button>
      </div>
    </form>
  );
}
