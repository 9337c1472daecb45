import { useState } from 'preact/hooks';
import type { Command } from '../../domain/commands/command.ts';
import type { ContactId, EntryId } from '../../domain/ids.ts';
import type { ProblemCode, RefusalCode } from '../../domain/problem-code.ts';
import type { StoreReader } from '../../store/local-store.ts';
import { Banner } from '../components/banner.tsx';
import { Button } from '../components/button.tsx';
import { useMessages } from '../state/pane-context.ts';
import type { PaneState } from '../state/pane-state.ts';
import { useWatch } from '../state/use-watch.ts';
import { MendLog } from './mend-log.tsx';
import type { RefusedGroup } from './refused-groups.ts';
import { discardGroup, sendAgain } from './send-again.ts';

// What a person can put right here; for the rest the cause lies elsewhere, and retrying or discarding is left.
const mendable: readonly RefusalCode[] = [
  'template-not-found',
  'time-in-future',
  'contact-not-found',
  'contact-blocked',
  'invalid-command',
];

/** One refused command with all that was written in it, its reason, and what depends on it. */
export function RefusedCard({ group, pane }: { group: RefusedGroup; pane: PaneState }) {
  const t = useMessages();
  const [mode, setMode] = useState<'shown' | 'mending' | 'discarding'>('shown');
  const [problem, setProblem] = useState<ProblemCode>();
  const { device } = pane.services;
  const { command, refusal } = group.cause;
  const text = t.problems[refusal?.code ?? 'invalid-command'];
  const canMend = command.type === 'log-interaction' && refusal !== undefined && mendable.includes(refusal.code);

  const send = async (mended: Command) => {
    const code = await sendAgain(group, mended, device);
    setProblem(code);
    if (code === undefined) pane.announce(t.attention.retried);
  };
  const discard = async () => {
    await discardGroup(group, device);
    pane.announce(t.attention.discarded);
  };
  return (
    <article class="card">
      <h2 class="heading">{t.attention.kinds[command.type]}</h2>
      <What command={command} pane={pane} />
      <p class="card-cause">
        <strong>{text.what}</strong> {text.help}
      </p>
      {group.followers.length > 0 && (
        <div>
          <p class="hint">{t.attention.follows}</p>
          <ul class="followers">
            {group.followers.map((follower) => (
              <li key={follower.command.id}>
                <span class="hint">{t.attention.kinds[follower.command.type]}</span>
                <What command={follower.command} pane={pane} />
              </li>
            ))}
          </ul>
        </div>
      )}
      {problem && (
        <Banner tone="danger" title={t.problems[problem].what}>
          {t.problems[problem].help}
        </Banner>
      )}
      {mode === 'mending' && command.type === 'log-interaction' && (
        <MendLog command={command} pane={pane} send={send} leave={() => setMode('shown')} />
      )}
      {mode === 'discarding' && (
        <div>
          <p>{t.attention.discardSure(group.followers.length)}</p>
          <div class="actions">
            <Button onClick={() => void discard()}>{t.attention.discardYes}</Button>
            <Button kind="subtle" onClick={() => setMode('shown')}>
              {t.attention.keep}
            </Button>
          </div>
        </div>
      )}
      {mode === 'shown' && (
        <div class="actions">
          {canMend && (
            <Button kind="primary" onClick={() => setMode('mending')}>
              {t.attention.mend}
            </Button>
          )}
          <Button onClick={() => void send(command)}>{t.attention.retry}</Button>
          <Button kind="subtle" onClick={() => setMode('discarding')}>
            {t.attention.discard}
          </Button>
        </div>
      )}
    </article>
  );
}

/** What a command holds, so that nothing that was written is out of sight. */
function What({ command, pane }: { command: Command; pane: PaneState }) {
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
  const written = writtenIn(command);
  return (
    <div>
      <p>{list}</p>
      {written !== '' && <p class="details-note">{written}</p>}
    </div>
  );
}

/** The words that a person wrote into a command which is not an interaction. */
function writtenIn(command: Command): string {
  switch (command.type) {
    case 'cancel-interaction':
      return command.why;
    case 'add-comment':
      return command.body;
    case 'save-follow-up':
      return command.fields.text;
    case 'correct-interaction':
      return [command.to.description, command.to.note].filter(Boolean).join('\n');
    case 'save-contact':
      return [command.to.name, command.to.email, ...(command.to.phones ?? [])].filter(Boolean).join('\n');
    case 'save-setup':
      return 'code' in command.change ? command.change.code : '';
    default:
      return '';
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
