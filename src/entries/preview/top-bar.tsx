import { useRef } from 'preact/hooks';
import type { Connection } from './connection.ts';
import type { MailboxMessages } from './messages-en.ts';

interface TopBarProps {
  me: string;
  other: string;
  otherAddress: string;
  connection: Pick<Connection, 'isOn' | 'turn'>;
  messages: MailboxMessages;
  onFiles(files: readonly File[]): void;
}

/** Who the visitor is, files of their own, a second device, and the switch of the connection. */
export function TopBar({ me, other, otherAddress, connection, messages, onFiles }: TopBarProps) {
  const input = useRef<HTMLInputElement>(null);
  const isOn = connection.isOn.value;
  return (
    <header class="mb-bar">
      <h1>{messages.title}</h1>
      <span class="mb-me">{messages.signedInAs(me)}</span>
      <span class="mb-space" />
      <button type="button" class="mb-button" title={messages.openFilesHint} onClick={() => input.current?.click()}>
        {messages.openFiles}
      </button>
      <input
        ref={input}
        type="file"
        accept=".eml,.ics,message/rfc822,text/calendar"
        multiple
        hidden
        aria-label={messages.openFiles}
        onChange={({ currentTarget }) => {
          onFiles([...(currentTarget.files ?? [])]);
          currentTarget.value = '';
        }}
      />
      <a class="mb-button" href={otherAddress} target="_blank" rel="noopener" title={messages.secondDeviceHint(other)}>
        {messages.secondDevice}
      </a>
      <button
        type="button"
        role="switch"
        class="mb-switch"
        aria-checked={isOn}
        aria-describedby="mb-connection-hint"
        title={messages.connectionHint}
        onClick={() => connection.turn(!isOn)}
      >
        <span class="mb-track" aria-hidden="true" />
        {messages.connection}: {messages.connectionIs(isOn)}
      </button>
      <span id="mb-connection-hint" class={isOn ? 'mb-hidden' : 'mb-hint'}>
        {messages.connectionHint}
      </span>
    </header>
  );
}
