import type { Command } from '../../domain/commands/command.ts';
import type { FinishPostponed } from '../../domain/commands/finish-postponed.ts';
import type { LogInteraction } from '../../domain/commands/log-interaction.ts';
import type { ContactId, EntryId, FollowUpId } from '../../domain/ids.ts';
import { dayIn } from '../../domain/time.ts';
import type { StoredCommand, StoreReader } from '../../store/local-store.ts';
import { useTexts } from '../by-hand/use-texts.ts';
import type { ContactTexts } from '../contacts/texts/en.ts';
import { useContactTexts } from '../contacts/use-contact-texts.ts';
import { type FieldChange, withWhenAsOne } from '../history/field-change.ts';
import { fieldInWords } from '../history/field-in-words.ts';
import type { SetUpTexts } from '../set-up/texts-en.ts';
import { useSetUpTexts } from '../set-up/use-texts.ts';
import { useMessages } from '../state/pane-context.ts';
import type { PaneState } from '../state/pane-state.ts';
import { useWatch } from '../state/use-watch.ts';
import { holdsWords } from './is-for-good.ts';
import { contactFieldFacts } from './words/contact-field-facts.ts';
import { type Fact, Facts } from './words/facts.tsx';
import { contactFacts, furtherFacts, mainFacts } from './words/interaction-facts.ts';
import { setUpFacts } from './words/set-up-facts.ts';

/** All that a command holds, so that nothing that was written is out of sight, and when it was written. */
export function RefusedWords({ stored, pane }: { stored: StoredCommand; pane: PaneState }) {
  const { command, about = [] } = stored;
  const t = useMessages();
  const texts = useContactTexts();
  const words = useSetUpTexts();
  const { format, today } = pane;
  const names = useWatch(`names ${command.id} ${about.length}`, (reader) => namesIn(stored, reader, pane)) ?? [];
  const when = `${format.value.nearDay(dayOf(command, pane), today.value)} ${format.value.time(command.madeAt)}`;
  const body =
    command.type === 'log-interaction' || command.type === 'finish-postponed' ? (
      <InteractionWords command={command} names={names} pane={pane} />
    ) : (
      <>
        <p>{format.value.list(titles(command, names))}</p>
        {writtenIn(command, pane).map((line) => (
          <p class="details-note" key={line}>
            {line}
          </p>
        ))}
        <Facts facts={factsIn(command, names, { texts, words }, pane)} />
      </>
    );
  return (
    <div>
      {body}
      <p class="hint">{holdsWords(command) ? t.attention.written(when) : t.attention.done(when)}</p>
    </div>
  );
}

function InteractionWords({
  command,
  names,
  pane,
}: {
  command: LogInteraction | FinishPostponed;
  names: readonly string[];
  pane: PaneState;
}) {
  const t = useMessages();
  const { entry } = useTexts();
  const { interaction } = command;
  const people = command.type === 'log-interaction' ? command.with : [command.perContact];
  const [only] = people.length === 1 ? people : [];
  const known = names.filter((name) => name !== '');
  const { day, list } = pane.format.value;
  return (
    <>
      <p>
        <strong>{interaction.description}</strong>
      </p>
      <p class="hint">
        {[
          day(interaction.day, pane.today.value),
          known.length > 0 ? list(known) : t.attention.withContacts(people.length),
        ].join(' · ')}
      </p>
      {interaction.note !== '' && <p class="details-note">{interaction.note}</p>}
      <Facts facts={[...mainFacts(interaction, pane), ...(only ? contactFacts(only, interaction, pane) : [])]} />
      {!only &&
        people.map((one, at) => (
          <div key={one.contactId}>
            <p class="field-label">{names[at] || t.attention.notHereShort}</p>
            <Facts facts={contactFacts(one, interaction, pane)} />
          </div>
        ))}
      <details>
        <summary>{entry.all}</summary>
        <Facts facts={furtherFacts(interaction, pane)} />
      </details>
    </>
  );
}

/** The names of what the command is about; for what is not on this device, the best that is known of it. */
async function namesIn({ command, about }: StoredCommand, reader: StoreReader, pane: PaneState): Promise<string[]> {
  const descriptions = (ids: readonly EntryId[], saw?: string) =>
    Promise.all(ids.map((id) => entryName(id, { about, saw }, reader, pane)));
  switch (command.type) {
    case 'log-interaction':
      return contactNames(
        reader,
        command.with.map(({ contactId }) => contactId),
      );
    case 'create-contact':
      return contactNames(reader, [command.fields.companyId]);
    case 'save-contact':
      return contactNames(reader, [command.contactId, command.to.companyId ?? null]);
    case 'delete-contact':
      return contactNames(reader, [command.contactId]);
    case 'merge-contacts':
      return contactNames(reader, [command.from, command.into]);
    case 'save-follow-up':
      return contactNames(reader, [command.fields.contactId]);
    case 'finish-postponed':
      return contactNames(reader, [command.perContact.contactId]);
    case 'cancel-interaction':
    case 'evaluate-interaction':
      return descriptions(command.entryIds);
    case 'reinstate-interaction':
      return descriptions(command.entries.map(({ entryId }) => entryId));
    case 'correct-interaction':
      return descriptions([command.entryId], command.saw.description);
    case 'add-comment':
      return descriptions([command.entryId]);
    case 'close-follow-up':
    case 'reopen-follow-up':
      return followUps(reader, command.followUpId, pane);
    case 'save-setup':
      return [];
  }
}

/** What the command is about. */
function titles(command: Command, names: readonly string[]): string[] {
  if (command.type === 'create-contact') return [command.fields.name];
  return (command.type === 'save-contact' ? names.slice(0, 1) : names).filter((name) => name !== '');
}

/** What a person wrote or chose in a command that is not an interaction, a line each. */
function writtenIn(command: Command, pane: PaneState): string[] {
  const t = pane.messages.value;
  switch (command.type) {
    case 'cancel-interaction':
      return [command.why].filter(Boolean);
    case 'add-comment':
      return [command.body];
    case 'evaluate-interaction':
      return [t.form.evaluations[command.evaluation]];
    case 'save-follow-up':
      return [`${pane.format.value.day(command.fields.due, pane.today.value)}: ${command.fields.text}`];
    case 'correct-interaction': {
      const { saw, to } = command;
      const zone = to.zone ?? pane.services.host.account().zone;
      const inText = (value: string | number | boolean | null | undefined) => String(value ?? '');
      const changes = (Object.keys(to) as (keyof typeof to)[]) // its own keys
        .map((field): FieldChange => ({ field, from: inText(saw[field]), to: inText(to[field]) }));
      return withWhenAsOne(changes).map(({ field, from, to: after }) => {
        const was = fieldInWords(field, from, pane, zone);
        const becomes = fieldInWords(field, after, pane, zone);
        return `${t.payload.fields[field]}: ${was === '' ? becomes : `${was} → ${becomes}`}`;
      });
    }
    default:
      return [];
  }
}

function factsIn(
  command: Command,
  names: readonly string[],
  { texts, words }: { texts: ContactTexts; words: SetUpTexts },
  pane: PaneState,
): Fact[] {
  switch (command.type) {
    case 'create-contact':
      return contactFieldFacts(command.fields, names[0] ?? '', texts, pane);
    case 'save-contact':
      return contactFieldFacts(command.to, names[1] ?? '', texts, pane);
    case 'save-setup':
      return setUpFacts(command.change, words, texts, pane);
    default:
      return [];
  }
}

function dayOf({ madeAt }: Command, { services }: PaneState) {
  return dayIn(services.host.account().zone, madeAt);
}

async function contactNames(reader: StoreReader, ids: readonly (ContactId | null)[]): Promise<string[]> {
  return Promise.all(ids.map(async (id) => (id === null ? '' : ((await reader.contact(id))?.name ?? ''))));
}

/** What an entry says of itself; of one that was deleted also with whom and when it was, for nothing else shows that any more. */
async function entryName(
  id: EntryId,
  { about, saw }: { about: StoredCommand['about']; saw: string | undefined },
  reader: StoreReader,
  pane: PaneState,
): Promise<string> {
  const t = pane.messages.peek();
  const shown = await reader.entry(id);
  if (shown) return shown.entry.description;
  const was = about?.find(({ entryId }) => entryId === id);
  if (!was) return saw ?? t.attention.entryGone;
  const [name] = await contactNames(reader, [was.contactId]);
  const rest = [name, pane.format.peek().day(was.day, pane.today.peek())].filter(Boolean).join(', ');
  return `${was.description} (${rest})`;
}

async function followUps(reader: StoreReader, id: FollowUpId, pane: PaneState): Promise<string[]> {
  const mine = await reader.followUps({ userId: pane.services.device.account.userId });
  return mine.filter((one) => one.id === id).map(({ text }) => text);
}
