import { useEffect, useState } from 'preact/hooks';
import type { HostPerson } from '../../host/host-adapter.ts';
import type { PreviewItem } from '../../host/preview/create-preview-host.ts';
import { readAddresses } from '../../host/preview/read-addresses.ts';
import { personLine } from './item-format.ts';
import type { MailboxMessages } from './messages-en.ts';

interface ComposeFormProps {
  open: PreviewItem;
  messages: MailboxMessages;
  onChange(changed: PreviewItem): void;
  onSend(): void;
}

/** A mail that is being written: every change reaches the host as it would from a mail client. */
export function ComposeForm({ open, messages, onChange, onSend }: ComposeFormProps) {
  const { item, body } = open;
  const [to, setTo] = useState(item.to.map(personLine).join(', '));
  const [cc, setCc] = useState(item.cc.map(personLine).join(', '));
  useEffect(() => {
    setTo(item.to.map(personLine).join(', '));
    setCc(item.cc.map(personLine).join(', '));
  }, [item.identity]);

  const field = (name: 'to' | 'cc', label: string, value: string, set: (text: string) => void) => (
    <label class="mb-field">
      <span>{label}</span>
      <input
        type="text"
        value={value}
        autocomplete="off"
        spellcheck={false}
        title={messages.addressesHint}
        onInput={async ({ currentTarget }) => {
          set(currentTarget.value);
          const people = await parsePeople(currentTarget.value);
          onChange({ body, item: { ...item, [name]: people } });
        }}
      />
    </label>
  );

  return (
    <form class="mb-compose" aria-label={messages.compose} onSubmit={(event) => event.preventDefault()}>
      {field('to', messages.to, to, setTo)}
      {field('cc', messages.cc, cc, setCc)}
      <label class="mb-field">
        <span>{messages.subject}</span>
        <input
          type="text"
          value={item.subject}
          onInput={({ currentTarget }) => onChange({ body, item: { ...item, subject: currentTarget.value } })}
        />
      </label>
      <label class="mb-field mb-field-text">
        <span>{messages.body}</span>
        <textarea
          value={body.text ?? ''}
          onInput={({ currentTarget }) => onChange({ item, body: { text: currentTarget.value } })}
        />
      </label>
      <p class="mb-actions">
        <button type="button" class="mb-button" onClick={onSend} title={messages.sendHint}>
          {messages.send}
        </button>
        <span class="mb-note">{messages.sendHint}</span>
      </p>
    </form>
  );
}

async function parsePeople(text: string): Promise<HostPerson[]> {
  const tools = await import('postal-mime');
  return readAddresses(text, tools).filter(({ name, address }) => name !== '' || address !== '');
}
