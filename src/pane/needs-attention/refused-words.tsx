import type { Command } from '../../domain/commands/command.ts';
import type { SaveSetup } from '../../domain/commands/save-setup.ts';
import type { ContactId, EntryId, FollowUpId } from '../../domain/ids.ts';
import type { StoreReader } from '../../store/local-store.ts';
import { fieldInWords } from '../history/field-in-words.ts';
import { useMessages } from '../state/pane-context.ts';
import type { PaneState } from '../state/pane-state.ts';
import { useWatch } from '../state/use-watch.ts';

/** What a command holds, so that nothing that was written is out of sight. */
export function RefusedWords({ command, pane }: { command: Command; pane: PaneState }) {
  const t = useMessages();
  const names = useWatch(`names ${command.id}`, async (reader) => {
    switch (command.type) {
      case 'log-interaction': {
        return contactNames(
          reader,
          command.with.map(({ contactId }) => contactId),
        );
      }
      case 'create-contact':
        return [command.fields.name];
      case 'save-contact':
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
        return descriptions(reader, command.entryIds);
      case 'reinstate-interaction':
        return descriptions(
          reader,
          command.entries.map(({ entryId }) => entryId),
        );
      case 'correct-interaction':
      case 'add-comment':
        return descriptions(reader, [command.entryId]);
      case 'close-follow-up':
      case 'reopen-follow-up':
        return followUps(reader, command.followUpId, pane);
      case 'save-setup':
        return [];
    }
  });
  const list = pane.format.value.list(names ?? []);
  if (command.type === 'log-interaction' || command.type === 'finish-postponed') {
    const { interaction } = command;
    return (
      <div>
        <p>
          <strong>{interaction.description}</strong>
        </p>
        <p class="hint">
          {[
            pane.format.value.day(interaction.day, pane.today.value),
            list || t.attention.withContacts(command.type === 'log-interaction' ? command.with.length : 1),
          ].join(' · ')}
        </p>
        {interaction.note !== '' && <p class="details-note">{interaction.note}</p>}
      </div>
    );
  }
  if (command.type === 'create-contact')
    return <p>{[command.fields.name, command.fields.email].filter(Boolean).join(' · ')}</p>;
  const written = writtenIn(command, pane);
  return (
    <div>
      <p>{list}</p>
      {written.map((line) => (
        <p class="details-note" key={line}>
          {line}
        </p>
      ))}
    </div>
  );
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
    case 'correct-interaction':
      return Object.entries(command.to).map(([field, value]) => {
        const name = field as keyof typeof command.to; // its own keys
        const zone = command.to.zone ?? pane.services.host.account().zone;
        return `${t.payload.fields[name]}: ${fieldInWords(name, value ?? null, pane, zone)}`;
      });
    case 'save-contact':
      return Object.values(command.to)
        .flat()
        .filter((value) => typeof value === 'string' && value !== '')
        .map(String);
    case 'save-setup':
      return setupWords(command.change);
    default:
      return [];
  }
}

function setupWords(change: SaveSetup['change']): string[] {
  switch (change.what) {
    case 'group':
      return [change.code, ...Object.values(change.description)];
    case 'template':
      return [change.template.id, ...Object.values(change.template.description)];
    case 'campaign':
      return [change.code, change.fields.description];
    case 'salesperson':
      return [change.code, change.fields.name, change.fields.email].filter(Boolean);
    case 'template-setup':
      return Object.values(change.setup).filter((code) => code !== null);
    case 'workspace':
      return [change.workspace.name];
    case 'delete-group':
    case 'delete-template':
    case 'delete-campaign':
    case 'delete-salesperson':
      return [change.code];
  }
}

async function contactNames(reader: StoreReader, ids: readonly (ContactId | null)[]): Promise<string[]> {
  const contacts = await Promise.all(ids.map((id) => (id === null ? undefined : reader.contact(id))));
  return contacts.flatMap((contact) => (contact ? [contact.name] : []));
}

async function descriptions(reader: StoreReader, ids: readonly EntryId[]): Promise<string[]> {
  const entries = await Promise.all(ids.map((id) => reader.entry(id)));
  return entries.flatMap((shown) => (shown ? [shown.entry.description] : []));
}

async function followUps(reader: StoreReader, id: FollowUpId, pane: PaneState): Promise<string[]> {
  const mine = await reader.followUps({ userId: pane.services.device.account.userId });
  return mine.filter((one) => one.id === id).map(({ text }) => text);
}
