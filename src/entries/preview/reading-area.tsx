import type { HostPerson } from '../../host/host-adapter.ts';
import type { PreviewItem } from '../../host/preview/create-preview-host.ts';
import { ComposeForm } from './compose-form.tsx';
import { longTime, personLine } from './item-format.ts';
import { MailBody } from './mail-body.tsx';
import type { MailboxLanguage } from './mailbox-language.ts';
import type { MailboxMessages } from './messages-en.ts';

interface ReadingAreaProps {
  open: PreviewItem | undefined;
  language: MailboxLanguage;
  messages: MailboxMessages;
  onChange(changed: PreviewItem): void;
  onSend(draft: PreviewItem): void;
}

/** The open mail or meeting with its people, time and body. */
export function ReadingArea({ open, language, messages, onChange, onSend }: ReadingAreaProps) {
  if (!open) return <p class="mb-empty">{messages.nothingOpen}</p>;
  const { item, body } = open;
  if (item.mode === 'compose' && item.kind === 'mail')
    return (
      <>
        <h2>{messages.compose}</h2>
        <ComposeForm
          key={item.identity}
          open={open}
          messages={messages}
          onChange={onChange}
          onSend={() => onSend(open)}
        />
      </>
    );

  const isMail = item.kind === 'mail';
  const rows: [string, string][] = [
    [isMail ? messages.from : messages.organizer, line(isMail ? item.from : item.organizer)],
    [isMail ? messages.to : messages.required, item.to.map(personLine).join(', ')],
    [isMail ? messages.cc : messages.optional, item.cc.map(personLine).join(', ')],
    [messages.when, longTime(item, language, messages)],
    [messages.where, item.location],
    [messages.attachments, item.attachmentNames.join(', ')],
  ];
  return (
    <>
      <h2>{item.subject || messages.noSubject}</h2>
      {item.sensitivity !== 'normal' && <p class="mb-badge">{messages[item.sensitivity]}</p>}
      <dl class="mb-details">
        {rows
          .filter(([, value]) => value !== '')
          .map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      <MailBody identity={item.identity} body={body} messages={messages} />
    </>
  );
}

function line(person: HostPerson | null): string {
  return person ? personLine(person) : '';
}
