import { useState } from 'preact/hooks';
import * as v from 'valibot';
import type { LogInteraction } from '../../domain/commands/log-interaction.ts';
import type { ContactId, TemplateCode } from '../../domain/ids.ts';
import { instantAt } from '../../domain/local-time.ts';
import { isOffered } from '../../domain/offered.ts';
import { describe } from '../../domain/template-defaults.ts';
import { Day, timeIn } from '../../domain/time.ts';
import { Button } from '../components/button.tsx';
import { SelectField, TextArea, TextField } from '../components/field.tsx';
import { useMessages } from '../state/pane-context.ts';
import type { PaneState } from '../state/pane-state.ts';
import { useWatch } from '../state/use-watch.ts';

interface MendLogProps {
  command: LogInteraction;
  pane: PaneState;
  send: (mended: LogInteraction) => Promise<void>;
  leave: () => void;
}

/** A refused interaction with the fields that can put it right: template, date, words, and whom to leave out. */
export function MendLog({ command, pane, send, leave }: MendLogProps) {
  const t = useMessages();
  const { interaction } = command;
  const [templateCode, setTemplate] = useState<TemplateCode>(interaction.templateCode);
  const [day, setDay] = useState<string>(interaction.day);
  const [description, setDescription] = useState(interaction.description);
  const [note, setNote] = useState(interaction.note);
  const [leftOut, setLeftOut] = useState<readonly ContactId[]>([]);
  const templates = (pane.setup.value?.templates ?? []).filter(isOffered);
  const people = useWatch(`mend ${command.id}`, (reader) =>
    Promise.all(
      command.with.map(async ({ contactId }) => ({ contactId, name: (await reader.contact(contactId))?.name ?? '' })),
    ),
  );
  const stays = command.with.filter(({ contactId }) => !leftOut.includes(contactId));
  const template = templates.find(({ id }) => id === templateCode);
  const parsedDay = v.safeParse(Day, day);
  const cannot = !template
    ? t.form.cannot.template
    : !parsedDay.success
      ? t.form.cannot.date
      : description.trim() === ''
        ? t.form.cannot.description
        : stays.length === 0
          ? t.form.cannot.nobody
          : undefined;

  const mended = (): LogInteraction | undefined => {
    if (!template || !parsedDay.success || cannot !== undefined) return undefined;
    const { at, zone } = interaction;
    const moved =
      parsedDay.output === interaction.day || at === null ? at : instantAt(zone, parsedDay.output, timeIn(zone, at));
    return {
      ...command,
      interaction: {
        ...interaction,
        templateCode: template.id,
        groupCode: template.groupCode,
        day: parsedDay.output,
        at: moved,
        description,
        note,
        level: note !== '' && interaction.level === 'details' ? 'note' : interaction.level,
      },
      with: stays,
    };
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
      {command.with.length > 1 && (
        <fieldset class="leave-out">
          <legend class="field-label">{t.people.heading}</legend>
          {people?.map(({ contactId, name }) => (
            <label class="person-label" key={contactId}>
              <input
                type="checkbox"
                class="checkbox"
                checked={!leftOut.includes(contactId)}
                onChange={(event) =>
                  setLeftOut(
                    event.currentTarget.checked ? leftOut.filter((id) => id !== contactId) : [...leftOut, contactId],
                  )
                }
              />
              {name}
            </label>
          ))}
        </fieldset>
      )}
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
